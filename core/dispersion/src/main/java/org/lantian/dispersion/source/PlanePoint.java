package org.lantian.dispersion.source;

/**
 * A place on the plane of the run.
 *
 * @param x east, m
 * @param y north, m
 */
public record PlanePoint(double x, double y) {

    public PlanePoint {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a place needs finite coordinates, not (" + x + ", " + y + ")");
        }
    }
}
