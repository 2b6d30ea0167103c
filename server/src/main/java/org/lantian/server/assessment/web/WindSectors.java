package org.lantian.server.assessment.web;

/** Sixteen sectors of the wind rose, the first around north. */
final class WindSectors {

    static final int COUNT = 16;

    /** Below this speed the direction of a vane means nothing; it is what most roses call calm. */
    static final double CALM_BELOW_METRES_PER_SECOND = 0.5;

    private static final double WIDTH_DEGREES = 360.0 / COUNT;

    private WindSectors() {}

    /** The sector, 0 around north and on clockwise, from which a wind blows. */
    static int of(double directionDegrees) {
        return (int) Math.floor((directionDegrees + WIDTH_DEGREES / 2) / WIDTH_DEGREES) % COUNT;
    }

    static double middleDegrees(int sector) {
        return sector * WIDTH_DEGREES;
    }
}
