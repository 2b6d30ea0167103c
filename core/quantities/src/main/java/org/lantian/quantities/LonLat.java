package org.lantian.quantities;

/**
 * A place on the ellipsoid of WGS-84.
 *
 * @param longitudeDegrees east positive, −180 … 180
 * @param latitudeDegrees north positive, −90 … 90
 */
public record LonLat(double longitudeDegrees, double latitudeDegrees) {
    public LonLat {
        Check.inRange("longitudeDegrees", longitudeDegrees, -180, 180);
        Check.inRange("latitudeDegrees", latitudeDegrees, -90, 90);
    }
}
