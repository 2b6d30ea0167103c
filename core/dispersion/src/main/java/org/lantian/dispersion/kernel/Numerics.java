package org.lantian.dispersion.kernel;

/**
 * Choices between speed, exactness and likeness to the reference. None changes a formula.
 *
 * @param interpolatedSections on flat ground with many receptors, plumes are computed at some distances and interpolated
 *     between them ({@link DistanceTable}); otherwise they are computed at each distance
 * @param fourDigitNormalIntegral areas use a normal distribution in steps of 0.1 rounded to four digits, zero beyond
 *     ±3.9, as AERMOD 24142 does; otherwise the exact one. At receptors in the tail of an area's plume the rounded one is
 *     wrong by several per cent
 */
public record Numerics(boolean interpolatedSections, boolean fourDigitNormalIntegral) {

    /** The engine's own. */
    public static final Numerics STANDARD = new Numerics(true, false);

    /** As near to AERMOD's printed numbers as can be. */
    public static final Numerics LIKE_REFERENCE = new Numerics(false, true);
}
