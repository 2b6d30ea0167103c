package org.lantian.standards.assessment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.limits.ReferenceState;
import org.lantian.standards.limits.ReferenceStates;

/**
 * Brings daily values of different years to one reference state, so that they can be compared across 2018-09-01.
 *
 * <p>Gases are converted. Particles are not comparable across that day unless the temperature and pressure of the
 * samples are given; what is not comparable stays as it was and is named.
 */
public final class StateConversion {

    private final ReferenceStates states;

    public StateConversion(ReferenceStates states) {
        this.states = states;
    }

    /**
     * Days brought to the state of another day.
     *
     * @param days in the order given
     * @param converted pollutants of which at least one value was converted
     * @param notComparable pollutants of which at least one value could not be converted
     */
    public record Converted(List<DailyValues> days, Set<Pollutant> converted, Set<Pollutant> notComparable) {
        public Converted {
            days = List.copyOf(days);
            converted = Set.copyOf(converted);
            notComparable = Set.copyOf(notComparable);
        }
    }

    /**
     * Converts days to the reference state of {@code target}.
     *
     * @param actual temperature and pressure of the samples, null when unknown
     */
    public Converted toStateOf(LocalDate target, List<DailyValues> days, ReferenceState.@Nullable Fixed actual) {
        Set<Pollutant> converted = EnumSet.noneOf(Pollutant.class);
        Set<Pollutant> notComparable = EnumSet.noneOf(Pollutant.class);
        List<DailyValues> result = days.stream()
                .map(day -> new DailyValues(
                        day.day(),
                        convert(Pollutant.SO2, day.so2(), day, target, actual, converted, notComparable),
                        convert(Pollutant.NO2, day.no2(), day, target, actual, converted, notComparable),
                        convert(Pollutant.PM10, day.pm10(), day, target, actual, converted, notComparable),
                        convert(Pollutant.CO, day.co(), day, target, actual, converted, notComparable),
                        convert(Pollutant.O3, day.o3Max1h(), day, target, actual, converted, notComparable),
                        convert(Pollutant.O3, day.o3Max8h(), day, target, actual, converted, notComparable),
                        convert(Pollutant.PM25, day.pm25(), day, target, actual, converted, notComparable)))
                .toList();
        return new Converted(result, converted, notComparable);
    }

    private DailyValue convert(
            Pollutant pollutant,
            DailyValue value,
            DailyValues of,
            LocalDate target,
            ReferenceState.@Nullable Fixed actual,
            Set<Pollutant> converted,
            Set<Pollutant> notComparable) {
        OptionalDouble factor = states.factor(pollutant, of.day(), target, actual);
        if (factor.isEmpty()) {
            notComparable.add(pollutant);
            return value;
        }
        if (factor.getAsDouble() == 1) {
            return value;
        }
        converted.add(pollutant);
        return new DailyValue(value.value() * factor.getAsDouble(), value.count(), value.valid());
    }
}
