package org.lantian.dispersion.preprocessing;

/** What a surface station reports. */
public enum Element {
    WIND_SPEED("ws"),
    WIND_DIRECTION("wd"),
    TEMPERATURE("temp"),
    CLOUD("cloud"),
    PRESSURE("pressure"),
    HUMIDITY("rh"),
    PRECIPITATION("precip"),
    GLOBAL_RADIATION("radiation");

    private final String code;

    Element(String code) {
        this.code = code;
    }

    /** Beginning of its column's name; the unit follows. */
    public String code() {
        return code;
    }
}
