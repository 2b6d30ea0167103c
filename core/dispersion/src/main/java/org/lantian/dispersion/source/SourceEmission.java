package org.lantian.dispersion.source;

import org.lantian.quantities.Check;

/**
 * What one source emits in one hour, from an hourly emission file.
 *
 * @param rate g/s, or g/(s·m²) of an area; negative or NaN (missing) means none
 * @param temperature of a stack's gas, K, coded as in {@link PointSource}; NaN where it does not change
 * @param exitVelocity of a stack's gas, m/s; NaN where it does not change
 */
public record SourceEmission(double rate, double temperature, double exitVelocity) {

    public SourceEmission {
        Check.that(!Double.isInfinite(rate), "an emission rate is finite");
    }

    /** The rate alone changes. */
    public static SourceEmission rate(double rate) {
        return new SourceEmission(rate, Double.NaN, Double.NaN);
    }
}
