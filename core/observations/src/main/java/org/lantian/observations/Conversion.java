package org.lantian.observations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.Unit;
import org.lantian.quantities.WeatherElement;

/**
 * From a unit as printed to the unit in which Lantian holds a parameter: {@code (printed + shift) × times ÷ by}.
 *
 * @param compass whether the column holds compass letters (N, NNE, …) instead of numbers
 */
record Conversion(double shift, double times, double by, boolean compass) {

    static final Conversion NONE = new Conversion(0, 1, 1, false);

    private static final Conversion COMPASS = new Conversion(0, 1, 1, true);

    /** Clockwise from north; north is 360, because 0 stands for calm in weather reports (WMO No. 306, unverified). */
    private static final List<String> LETTERS =
            List.of("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW");

    private static final double DEGREES_PER_LETTER = 22.5;

    private static final Map<String, Conversion> PARTICLES_AND_GASES =
            Map.of("ug/m3", NONE, "mg/m3", times(1000), "ng/m3", by(1000));
    private static final Map<String, Conversion> CARBON_MONOXIDE =
            Map.of("mg/m3", NONE, "ug/m3", by(1000), "ng/m3", by(1_000_000));
    private static final Map<Unit, Map<String, Conversion>> WEATHER = Map.of(
            Unit.METRES_PER_SECOND,
            Map.of("m/s", NONE, "km/h", by(3.6), "kn", new Conversion(0, 1852, 3600, false)),
            Unit.DEGREES,
            Map.of("°", NONE, "deg", NONE, "compass", COMPASS, "风向", COMPASS),
            Unit.DEGREES_CELSIUS,
            Map.of("°c", NONE, "c", NONE, "℃", NONE, "k", new Conversion(-273.15, 1, 1, false), "°f", fahrenheit()),
            Unit.HECTOPASCALS,
            Map.of("hpa", NONE, "mbar", NONE, "pa", by(100), "kpa", times(10)),
            Unit.MILLIMETRES,
            Map.of("mm", NONE),
            Unit.PERCENT,
            Map.of("%", NONE, "1", times(100)));

    /** How to come from a printed unit to that of the parameter; empty when it is unknown or would need a guess. */
    static Optional<Conversion> from(String unit, Parameter parameter) {
        return Optional.ofNullable(known(parameter).get(normal(unit)));
    }

    /** The units that can be given for a parameter, for messages. */
    static List<String> units(Parameter parameter) {
        return known(parameter).keySet().stream().sorted().toList();
    }

    /** A printed number in the unit of the parameter. */
    float apply(float printed) {
        return equals(NONE) ? printed : (float) ((printed + shift) * times / by);
    }

    /** Degrees of compass letters; {@code NaN} when they are none. */
    static float degrees(String letters) {
        int index = LETTERS.indexOf(letters.toUpperCase(Locale.ROOT));
        if (index < 0) {
            return Float.NaN;
        }
        return index == 0 ? 360 : (float) (index * DEGREES_PER_LETTER);
    }

    private static Map<String, Conversion> known(Parameter parameter) {
        return switch (parameter) {
            case Pollutant pollutant ->
                pollutant.unit() == Unit.MILLIGRAMS_PER_CUBIC_METRE ? CARBON_MONOXIDE : PARTICLES_AND_GASES;
            case WeatherElement element -> WEATHER.getOrDefault(element.unit(), Map.of());
        };
    }

    private static String normal(String unit) {
        return unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace('µ', 'u')
                .replace('μ', 'u')
                .replace("³", "3")
                .replace("^3", "3");
    }

    private static Conversion times(double factor) {
        return new Conversion(0, factor, 1, false);
    }

    private static Conversion by(double divisor) {
        return new Conversion(0, 1, divisor, false);
    }

    private static Conversion fahrenheit() {
        return new Conversion(-32, 5, 9, false);
    }
}
