package org.lantian.dispersion.source;

import java.util.List;
import org.lantian.quantities.Check;

/**
 * Sources whose concentrations are added up.
 *
 * @param sources indices into the plan's sources, none twice
 */
public record SourceGroup(String name, List<Integer> sources) {

    public SourceGroup {
        sources = List.copyOf(sources);
        Check.that(!name.isBlank(), "a source group needs a name");
        Check.that(sources.stream().distinct().count() == sources.size(), "group " + name + " names a source twice");
    }
}
