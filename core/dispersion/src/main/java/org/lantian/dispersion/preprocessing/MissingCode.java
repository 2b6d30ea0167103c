package org.lantian.dispersion.preprocessing;

/** What .sfc and .pfl print where a value is missing (AERMET user's guide). */
enum MissingCode {
    HEAT_FLUX(-999),
    VELOCITY(-9),
    GRADIENT(-9),
    HEIGHT(-999),
    OBUKHOV_LENGTH(-99999),
    SPEED(999),
    DIRECTION(999),
    MEASURING_HEIGHT(-9),
    KELVIN(999),
    CELSIUS(99.9),
    HUMIDITY(999),
    PRECIPITATION(-9),
    CLOUD(99),
    SIGMA(99);

    private final double code;

    MissingCode(double code) {
        this.code = code;
    }

    double code() {
        return code;
    }

    double orMissing(double value) {
        return Double.isNaN(value) ? code : value;
    }
}
