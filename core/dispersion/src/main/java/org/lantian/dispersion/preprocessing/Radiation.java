package org.lantian.dispersion.preprocessing;

/**
 * Radiation and heat at the ground from sun, cloud and temperature: Holtslag and van Ulden, J. Climate Appl. Meteor. 22
 * (1983) 517–529; the same relations stand in Cimorelli et al., J. Appl. Meteor. 44 (2005) 682–693 and as MFD 1–6.
 */
public final class Radiation {

    /** Radiation of the clear sky at a sine of elevation of 1, before turbidity, W/m². */
    private static final double CLEAR_SKY = 990;
    /** What turbidity takes away, W/m². */
    private static final double TURBIDITY = 30;

    private static final double STEFAN_BOLTZMANN = 5.67e-8;
    /** c1: emission of the atmosphere, W/(m² K⁶). */
    private static final double SKY_EMISSION = 5.31e-13;
    /** c2: what cloud adds to it, W/m². */
    private static final double CLOUD_EMISSION = 60;
    /** 1 + c3: heating of the surface above the air. */
    private static final double SURFACE_HEATING = 1.12;
    /** Share of the net radiation that does not go into the ground: ground heat flux 10 %. */
    static final double NOT_INTO_GROUND = 0.9;

    private Radiation() {}

    /** Clear-sky insolation R₀ (W/m², ≥ 0) at a sine of the solar elevation. */
    public static double clearSky(double sineOfElevation) {
        return Math.max(0, CLEAR_SKY * sineOfElevation - TURBIDITY);
    }

    /**
     * Mean clear-sky insolation of an hour: Simpson's rule over sixteen parts, so that hours of sunrise and sunset count
     * only what shines.
     *
     * @param hour hour ending, 1…24
     */
    public static double clearSkyOfHour(SunPosition sun, int julianDay, int hour) {
        int parts = 16;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double weight = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * clearSky(sun.sineOfElevation(julianDay, hour - 1 + i / (double) parts));
        }
        return sum / (3 * parts);
    }

    /**
     * Share of the clear-sky insolation that reaches the ground under cloud.
     *
     * @param cloud covered share, 0…1
     */
    public static double transmittance(double cloud) {
        return 1 - 0.75 * Math.pow(cloud, 3.4);
    }

    /**
     * Albedo at a solar elevation; 1 with the sun at or below the horizon.
     *
     * @param noonAlbedo r', 0…1
     */
    public static double albedo(double noonAlbedo, double elevationDegrees) {
        if (elevationDegrees <= 0) {
            return 1;
        }
        double rest = 1 - noonAlbedo;
        return noonAlbedo + rest * Math.exp(-0.1 * elevationDegrees - 0.5 * rest * rest);
    }

    /**
     * Net radiation, W/m².
     *
     * @param insolation on the ground, W/m²
     * @param albedo in this hour
     * @param kelvin air temperature
     * @param cloud covered share, 0…1
     */
    public static double net(double insolation, double albedo, double kelvin, double cloud) {
        return ((1 - albedo) * insolation - longWaveLoss(kelvin, cloud)) / SURFACE_HEATING;
    }

    /** What the surface loses by long waves before its heating is counted, W/m². */
    private static double longWaveLoss(double kelvin, double cloud) {
        return STEFAN_BOLTZMANN * Math.pow(kelvin, 4) - SKY_EMISSION * Math.pow(kelvin, 6) - CLOUD_EMISSION * cloud;
    }

    /**
     * Sensible heat flux H by the energy balance, W/m²: R_n = H + H/B₀ + 0.1 R_n.
     *
     * @param bowenRatio B₀ > 0
     */
    public static double sensibleHeat(double netRadiation, double bowenRatio) {
        return NOT_INTO_GROUND * netRadiation / (1 + 1 / bowenRatio);
    }

    /**
     * Solar elevation (degrees) at which the net radiation changes its sign, with the albedo of that elevation: a fixed
     * point. 90 when the sun of no elevation is enough, 0 when the balance is positive without it.
     */
    public static double criticalElevation(double noonAlbedo, double kelvin, double cloud) {
        double low = 0;
        double high = 90;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            double insolation = clearSky(Math.sin(Math.toRadians(middle))) * transmittance(cloud);
            if (net(insolation, albedo(noonAlbedo, middle), kelvin, cloud) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
