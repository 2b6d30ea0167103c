package org.lantian.dispersion.preprocessing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lantian.quantities.BilingualText;

/** Columns of a table of surface observations: element, unit, how to convert, and what can be true. */
enum SurfaceColumn {
    WS_MS(Element.WIND_SPEED, "ms", 0, 75, 1, 0),
    WS_KMH(Element.WIND_SPEED, "kmh", 0, 270, 1 / 3.6, 0),
    WS_KN(Element.WIND_SPEED, "kn", 0, 146, 1852 / 3600.0, 0),
    WD_DEG(Element.WIND_DIRECTION, "deg", 0, 360, 1, 0),
    /** One of sixteen points of the compass as letters. */
    WD_COMPASS(Element.WIND_DIRECTION, "compass", 0, 360, 1, 0),
    TEMP_C(Element.TEMPERATURE, "c", -70, 60, 1, 273.15),
    TEMP_K(Element.TEMPERATURE, "k", 203, 333, 1, 0),
    CLOUD_TENTHS(Element.CLOUD, "tenths", 0, 10, 0.1, 0),
    CLOUD_OKTAS(Element.CLOUD, "oktas", 0, 8, 0.125, 0),
    CLOUD_PCT(Element.CLOUD, "pct", 0, 100, 0.01, 0),
    PRESSURE_HPA(Element.PRESSURE, "hpa", 400, 1090, 1, 0),
    PRESSURE_KPA(Element.PRESSURE, "kpa", 40, 109, 10, 0),
    PRESSURE_PA(Element.PRESSURE, "pa", 40_000, 109_000, 0.01, 0),
    RH_PCT(Element.HUMIDITY, "pct", 0, 100, 1, 0),
    PRECIP_MM(Element.PRECIPITATION, "mm", 0, 300, 1, 0),
    RADIATION_WM2(Element.GLOBAL_RADIATION, "wm2", 0, 1500, 1, 0),
    RADIATION_MJM2(Element.GLOBAL_RADIATION, "mjm2", 0, 5.4, 1e6 / 3600, 0);

    private static final List<String> COMPASS =
            List.of("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW");

    private final Element element;
    private final String unit;
    private final double least;
    private final double greatest;
    private final double factor;
    private final double summand;

    SurfaceColumn(Element element, String unit, double least, double greatest, double factor, double summand) {
        this.element = element;
        this.unit = unit;
        this.least = least;
        this.greatest = greatest;
        this.factor = factor;
        this.summand = summand;
    }

    Element element() {
        return element;
    }

    /** Name in the header, for example {@code temp_c}. */
    String header() {
        return element.code() + "_" + unit;
    }

    static Optional<SurfaceColumn> find(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }

    /** Names that a column of an element may have. */
    static List<String> headersOf(Element element) {
        return Arrays.stream(values())
                .filter(column -> column.element == element)
                .map(SurfaceColumn::header)
                .toList();
    }

    /** The element that a name speaks of without one of its units: {@code temp_f}, {@code ws}, {@code pressure}. */
    static Optional<Element> elementMeantBy(String header) {
        return Arrays.stream(Element.values())
                .filter(element -> header.equals(element.code()) || header.startsWith(element.code() + "_"))
                .findFirst();
    }

    /** The number that a cell holds in this column; NaN when it holds none. */
    double parse(String cell) {
        if (this == WD_COMPASS) {
            int point = COMPASS.indexOf(cell.toUpperCase(Locale.ROOT));
            return point < 0 ? Double.NaN : point == 0 ? 360 : 22.5 * point;
        }
        char last = cell.charAt(cell.length() - 1);
        try {
            // Java would take "5f" too
            return (last >= '0' && last <= '9') || last == '.' ? Double.parseDouble(cell) : Double.NaN;
        } catch (NumberFormatException e) {
            // no range accepts it: reported with what was expected
            return Double.NaN;
        }
    }

    boolean accepts(double value) {
        return value >= least && value <= greatest;
    }

    double convert(double value) {
        return value * factor + summand;
    }

    BilingualText expected() {
        if (this == WD_COMPASS) {
            return new BilingualText("该单位下 16 方位之一，如 N、NNE，或空（缺测）", "one of N, NNE … NNW, or nothing when missing");
        }
        String range = TextTable.plain(least) + "–" + TextTable.plain(greatest);
        return new BilingualText(
                "该单位下 " + range + " 之间的数，或空（缺测）", "a number of " + range + " in this unit, or nothing when missing");
    }
}
