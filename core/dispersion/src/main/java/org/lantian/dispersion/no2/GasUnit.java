package org.lantian.dispersion.no2;

/**
 * Unit of ozone or of a background. The conversion is the reference's, at 25 °C and 1013 hPa: 1 ppb is 1.96 µg/m³ of
 * ozone and 1.88 µg/m³ of NO2.
 */
public enum GasUnit {
    MICROGRAMS,
    PPB,
    PPM;

    /** µg/m³ of one ppb ozone. */
    private static final double OZONE_PER_PPB = 1.96;

    /** ppb of one µg/m³ NO2; 1.730 ppb are 3.25249 µg/m³ in the reference's results. */
    private static final double NO2_PPB_PER_MICROGRAM = 0.5319;

    /** Ozone in µg/m³. */
    public double ozone(double value) {
        return value * perPpb(OZONE_PER_PPB);
    }

    /** NO2 in µg/m³. */
    public double no2(double value) {
        return value * perPpb(1 / NO2_PPB_PER_MICROGRAM);
    }

    private double perPpb(double factor) {
        return switch (this) {
            case MICROGRAMS -> 1;
            case PPB -> factor;
            case PPM -> 1000 * factor;
        };
    }
}
