package org.lantian.dispersion.source;

import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Check;

/**
 * A source in a run.
 *
 * @param rate g/s, or g/(s·m²) of an area, ≥ 0
 * @param schedule how the rate changes
 * @param urban the city in which it stands; none when rural
 * @param decay on the way to the receptors
 */
public record ScheduledSource(
        Source source,
        double rate,
        EmissionSchedule schedule,
        @Nullable UrbanArea urban,
        HalfLife decay) {

    public ScheduledSource {
        Check.that(
                rate >= 0 && Double.isFinite(rate), "rate of " + source.id() + " is " + rate + ", expected 0 or more");
    }

    /** A rural source with a constant rate and no decay. */
    public static ScheduledSource constant(Source source, double rate) {
        return new ScheduledSource(source, rate, new EmissionSchedule.Constant(), null, HalfLife.NONE);
    }
}
