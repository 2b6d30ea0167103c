package org.lantian.dispersion.source;

import org.lantian.quantities.Check;

/**
 * A cloud with an initial size.
 *
 * @param baseElevation m above sea level
 * @param releaseHeight of the centre, m above ground, 0–3000
 * @param initialSigmaY σ_y0, m, &gt; 0
 * @param initialSigmaZ σ_z0, m, &gt; 0
 */
public record VolumeSource(
        String id,
        PlanePoint location,
        double baseElevation,
        double releaseHeight,
        double initialSigmaY,
        double initialSigmaZ)
        implements Source {

    public VolumeSource {
        Check.that(!id.isBlank(), "a source needs an id");
        Check.inRange("baseElevation", baseElevation, -500, 9000);
        Check.inRange("releaseHeight", releaseHeight, 0, 3000);
        Check.that(
                initialSigmaY > 0 && initialSigmaY < 1e5, "initialSigmaY is " + initialSigmaY + ", expected over 0 m");
        Check.that(
                initialSigmaZ > 0 && initialSigmaZ < 1e5, "initialSigmaZ is " + initialSigmaZ + ", expected over 0 m");
    }
}
