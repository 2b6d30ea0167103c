package org.lantian.dispersion.weather;

/**
 * One level of a profile file (.pfl) at one hour, as it stands there. Missing values keep the file's codes.
 *
 * @param height above ground, m
 * @param windDirection degrees clockwise from north; 0 with speed 0 is missing, 0 with wind is 360; above 900 missing
 * @param windSpeed m/s; above 90 or negative missing
 * @param temperatureCelsius °C; outside −90…90 missing
 * @param sigmaTheta standard deviation of the wind direction, degrees; 99 or more missing
 * @param sigmaW standard deviation of the vertical wind, m/s; above 90 or negative missing
 */
public record ProfileLevel(
        double height,
        double windDirection,
        double windSpeed,
        double temperatureCelsius,
        double sigmaTheta,
        double sigmaW) {

    /** Speed in range; a level with speed 0 and direction 0 is missing. */
    public boolean hasWindSpeed() {
        return windSpeed >= 0 && windSpeed <= 90 && !(windSpeed == 0 && windDirection == 0);
    }

    public boolean hasWindDirection() {
        return windDirection >= 0 && windDirection <= 900 && !(windSpeed == 0 && windDirection == 0);
    }

    public boolean hasTemperature() {
        return temperatureCelsius > -90 && temperatureCelsius < 90;
    }

    public boolean hasSigmaTheta() {
        return sigmaTheta >= 0 && sigmaTheta < 99;
    }

    public boolean hasSigmaW() {
        return sigmaW >= 0 && sigmaW <= 90;
    }
}
