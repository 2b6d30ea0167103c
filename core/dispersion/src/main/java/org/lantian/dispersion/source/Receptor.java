package org.lantian.dispersion.source;

import org.lantian.quantities.Check;

/**
 * A place at which the concentration is asked for.
 *
 * @param x east, m
 * @param y north, m
 * @param elevation of the ground, m above sea level
 * @param hillHeight height scale of the hill that governs the flow there, m above sea level
 * @param flagpole height above the ground, m, ≥ 0
 */
public record Receptor(double x, double y, double elevation, double hillHeight, double flagpole) {

    public Receptor {
        Check.that(Double.isFinite(x) && Double.isFinite(y), "a receptor needs finite coordinates");
        Check.inRange("elevation", elevation, -500, 9000);
        Check.inRange("hillHeight", hillHeight, -500, 9000);
        Check.inRange("flagpole", flagpole, 0, 3000);
    }

    /** On flat ground at sea level. */
    public static Receptor flat(double x, double y) {
        return new Receptor(x, y, 0, 0, 0);
    }
}
