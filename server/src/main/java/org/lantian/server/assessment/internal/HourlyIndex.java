package org.lantian.server.assessment.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.AqiKernel;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.aqi.FixedPoint;
import org.lantian.standards.aqi.HourlyConcentrations;

/** The hourly index of one station from its series. */
public final class HourlyIndex {

    /** Above this the 2012 edition needs the 24 hours before: SO₂ in µg/m³. */
    private static final float SO2_NEEDING_24_HOURS = 800;

    private final List<@Nullable HourlySeries> six;
    private final DailyRules rules;

    /** @param series of one station; a pollutant may be absent */
    public HourlyIndex(Map<Parameter, HourlySeries> series, DailyRules rules) {
        this.six = Arrays.asList(Pollutant.SIX.stream().map(series::get).toArray(HourlySeries[]::new));
        this.rules = rules;
    }

    /** The real-time report of an hour. */
    public AqiResult at(HourEnding hour, RuleSet inForce) {
        HourlyConcentrations six = HourlyConcentrations.of(
                value(0, hour), value(1, hour), value(2, hour), value(3, hour), value(4, hour), value(5, hour));
        return inForce.aqi().hourly(six.withRunningMeans(Double.NaN, so2Of24Hours(hour, inForce)));
    }

    /**
     * The index alone of consecutive hours, {@link AqiKernel#UNDEFINED} where there is none.
     *
     * @param inForce rules of each city day, empty for a day without
     */
    public short[] indices(HourEnding first, int hours, List<Optional<RuleSet>> inForce) {
        short[] indices = new short[hours];
        int[] concentrations = new int[AqiKernel.POLLUTANTS];
        short[] individual = new short[AqiKernel.POLLUTANTS];
        int[] starts = starts(first);
        for (int i = 0; i < hours; i++) {
            RuleSet today = inForce.get(i / HourEnding.SLOTS_PER_DAY).orElse(null);
            if (today == null) {
                indices[i] = AqiKernel.UNDEFINED;
                continue;
            }
            for (int p = 0; p < AqiKernel.POLLUTANTS; p++) {
                concentrations[p] = concentration(p, starts[p] + i);
            }
            int so2 = concentrations[AqiKernel.SO2] > SO2_NEEDING_24_HOURS * FixedPoint.SCALE
                    ? FixedPoint.of(so2Of24Hours(first.plusHours(i), today))
                    : FixedPoint.MISSING;
            indices[i] = (short) today.aqi().kernel().hour(concentrations, 0, so2, individual, 0);
        }
        return indices;
    }

    /** Index of an hour in each of the six series; pages ask for tens of thousands of hours at once. */
    private int[] starts(HourEnding first) {
        int[] starts = new int[AqiKernel.POLLUTANTS];
        for (int p = 0; p < starts.length; p++) {
            HourlySeries series = six.get(p);
            starts[p] = series == null ? 0 : Math.toIntExact(series.indexOf(first));
        }
        return starts;
    }

    private int concentration(int pollutant, int index) {
        HourlySeries series = six.get(pollutant);
        return series == null || index < 0 || index >= series.hours()
                ? FixedPoint.MISSING
                : FixedPoint.of(series.value(index));
    }

    private float value(int pollutant, HourEnding hour) {
        HourlySeries series = six.get(pollutant);
        return series == null ? Float.NaN : series.at(hour);
    }

    private double so2Of24Hours(HourEnding hour, RuleSet inForce) {
        if (!(value(AqiKernel.SO2, hour) > SO2_NEEDING_24_HOURS)) {
            return Double.NaN;
        }
        float[] before = new float[HourEnding.SLOTS_PER_DAY];
        for (int i = 0; i < before.length; i++) {
            before[i] = value(AqiKernel.SO2, hour.plusHours(i + 1L - before.length));
        }
        return rules.of(inForce).mean(before).ifValid();
    }
}
