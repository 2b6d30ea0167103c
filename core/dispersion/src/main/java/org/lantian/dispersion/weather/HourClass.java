package org.lantian.dispersion.weather;

/** How an hour is treated. The calm test comes first, then the tests for missing values. */
public enum HourClass {
    STABLE,
    CONVECTIVE,
    /** Wind speed exactly 0: no concentration, and left out of divisors. */
    CALM,
    /** A parameter is missing: no concentration, and left out of divisors. */
    MISSING;

    /** Class of an hour by the codes of the surface file. */
    public static HourClass of(SurfaceHour hour) {
        if (hour.windSpeed() == 0) {
            return CALM;
        }
        if (lacksWindOrTemperature(hour) || lacksBoundaryLayer(hour)) {
            return MISSING;
        }
        return hour.obukhovLength() > 0 ? STABLE : CONVECTIVE;
    }

    /** Whether concentrations are computed. */
    public boolean valid() {
        return this == STABLE || this == CONVECTIVE;
    }

    private static boolean lacksWindOrTemperature(SurfaceHour hour) {
        return hour.windSpeed() >= 90
                || hour.windSpeed() < 0
                || hour.windDirection() > 900
                || hour.windDirection() <= -9
                || hour.temperature() > 900
                || hour.temperature() <= 0;
    }

    private static boolean lacksBoundaryLayer(SurfaceHour hour) {
        double l = hour.obukhovLength();
        double convective = hour.convectiveMixingHeight();
        return l < -99990
                || (l < 0 && (convective > 90000 || convective < 0))
                || hour.mechanicalMixingHeight() > 90000
                || hour.mechanicalMixingHeight() < 0
                || hour.frictionVelocity() < 0
                || hour.frictionVelocity() >= 9
                || (hour.convectiveVelocity() < 0 && l > -99990 && l < 0);
    }
}
