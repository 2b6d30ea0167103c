package org.lantian.dispersion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.source.SourceGroup;
import org.lantian.dispersion.weather.WeatherSite;
import org.lantian.quantities.Check;

/**
 * All that a run needs except its hours.
 *
 * @param sources with distinct ids; groups name them by their index here
 * @param groups may be empty when {@link DispersionOptions#perSource} is asked for
 */
public record DispersionPlan(
        WeatherSite site,
        List<ScheduledSource> sources,
        List<SourceGroup> groups,
        List<Receptor> receptors,
        DispersionOptions options) {

    public DispersionPlan {
        sources = List.copyOf(sources);
        groups = List.copyOf(groups);
        receptors = List.copyOf(receptors);
        Check.that(!sources.isEmpty(), "a run needs a source");
        Check.that(!receptors.isEmpty(), "a run needs a receptor");
        Set<String> ids = new HashSet<>();
        for (ScheduledSource source : sources) {
            Check.that(
                    ids.add(source.source().id()),
                    "two sources have the id " + source.source().id());
        }
        for (SourceGroup group : groups) {
            for (int index : group.sources()) {
                Check.that(
                        index >= 0 && index < sources.size(),
                        "group " + group.name() + " names source " + index + " of " + sources.size());
            }
        }
    }
}
