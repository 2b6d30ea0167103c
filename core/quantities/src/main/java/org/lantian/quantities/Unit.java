package org.lantian.quantities;

/** Units in which observations are held and printed. */
public enum Unit {
    MICROGRAMS_PER_CUBIC_METRE("µg/m³"),
    MILLIGRAMS_PER_CUBIC_METRE("mg/m³"),
    METRES_PER_SECOND("m/s"),
    DEGREES("°"),
    DEGREES_CELSIUS("°C"),
    HECTOPASCALS("hPa"),
    MILLIMETRES("mm"),
    PERCENT("%");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol as printed in table headings. */
    public String symbol() {
        return symbol;
    }
}
