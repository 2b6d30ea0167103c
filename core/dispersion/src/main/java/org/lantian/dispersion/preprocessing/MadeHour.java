package org.lantian.dispersion.preprocessing;

import java.util.Set;
import org.lantian.dispersion.weather.WeatherHour;

/**
 * An hour ready for the weather files.
 *
 * @param weather what the two files say of it
 * @param substitutions what was put in the place of measurements
 */
public record MadeHour(WeatherHour weather, Set<Substitution> substitutions) {
    public MadeHour {
        substitutions = Set.copyOf(substitutions);
    }
}
