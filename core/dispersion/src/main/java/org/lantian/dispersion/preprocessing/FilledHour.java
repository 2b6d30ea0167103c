package org.lantian.dispersion.preprocessing;

import java.util.Set;

/**
 * An hour with its short gaps filled.
 *
 * @param observation with NaN where values stay missing
 * @param substitutions what was put in
 */
public record FilledHour(SurfaceObservation observation, Set<Substitution> substitutions) {
    public FilledHour {
        substitutions = Set.copyOf(substitutions);
    }
}
