package org.lantian.city;

import java.util.List;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.LonLat;

/** Outlines of the areas of a city, as the build wrote them from a package or a deployment from its own survey. */
public record Boundaries(List<Boundary> outlines) {

    public Boundaries {
        outlines = List.copyOf(outlines);
    }

    /** The area in whose outline the place lies; empty outside the city. */
    public Optional<AreaCode> findAreaAt(LonLat place) {
        return outlines.stream()
                .filter(outline -> outline.contains(place))
                .map(Boundary::area)
                .findFirst();
    }
}
