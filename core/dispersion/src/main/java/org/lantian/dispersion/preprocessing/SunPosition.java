package org.lantian.dispersion.preprocessing;

import org.lantian.quantities.Check;

/**
 * Where the sun stands over a place, by Woolf (1968), NASA TM X-1646: good to 0.1° between 1950 and 2050, without
 * refraction.
 *
 * @param latitudeDegrees north positive, −90…90
 * @param longitudeDegrees east positive, −180…180
 * @param utcOffsetHours of the local standard time in which hours are given
 */
public record SunPosition(double latitudeDegrees, double longitudeDegrees, double utcOffsetHours) {

    private static final double DAYS_OF_YEAR = 365.2422;

    public SunPosition {
        Check.inRange("latitudeDegrees", latitudeDegrees, -90, 90);
        Check.inRange("longitudeDegrees", longitudeDegrees, -180, 180);
        Check.inRange("utcOffsetHours", utcOffsetHours, -12, 14);
    }

    /**
     * Sine of the elevation, negative below the horizon.
     *
     * @param julianDay day of the year, 1 = 1 January
     * @param clockHours local standard time, 0…24
     */
    public double sineOfElevation(int julianDay, double clockHours) {
        double d = 2 * Math.PI * (julianDay - 1) / DAYS_OF_YEAR;
        double declination = declination(d);
        double hourAngle = Math.toRadians(15 * (clockHours - meridianPassage(d) - utcOffsetHours) + longitudeDegrees);
        double latitude = Math.toRadians(latitudeDegrees);
        return Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
    }

    /** Elevation in degrees, negative below the horizon. */
    public double elevationDegrees(int julianDay, double clockHours) {
        return Math.toDegrees(Math.asin(Math.clamp(sineOfElevation(julianDay, clockHours), -1, 1)));
    }

    private static double declination(double d) {
        double longitudeOfSun = 279.9348
                + Math.toDegrees(d)
                + 1.914827 * Math.sin(d)
                - 0.079525 * Math.cos(d)
                + 0.019938 * Math.sin(2 * d)
                - 0.00162 * Math.cos(2 * d);
        return Math.asin(0.39784989 * Math.sin(Math.toRadians(longitudeOfSun)));
    }

    /** True noon in hours of mean solar time: 12 and the equation of time. */
    private static double meridianPassage(double d) {
        return 12
                + 0.12357 * Math.sin(d)
                - 0.004289 * Math.cos(d)
                + 0.153809 * Math.sin(2 * d)
                + 0.060783 * Math.cos(2 * d);
    }
}
