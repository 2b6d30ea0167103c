package org.lantian.dispersion.source;

import org.lantian.quantities.Check;

/**
 * First-order decay on the way from source to receptor: {@code exp(−ψ x/u)}.
 *
 * @param perSecond ψ, 1/s, ≥ 0
 */
public record HalfLife(double perSecond) {

    /** No decay. */
    public static final HalfLife NONE = new HalfLife(0);

    /** SO2 from urban sources: half of it is gone after four hours. */
    public static final HalfLife URBAN_SO2 = new HalfLife(4.81e-5);

    public HalfLife {
        Check.inRange("perSecond", perSecond, 0, 1e3);
    }

    /** Decay by which half is gone after that many seconds (ψ = 0.693/half-life). */
    public static HalfLife ofSeconds(double seconds) {
        Check.that(seconds > 0, "a half-life is over 0 s, not " + seconds);
        return new HalfLife(0.693 / seconds);
    }
}
