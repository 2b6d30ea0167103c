package org.lantian.city;

import java.util.List;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.LonLat;

/**
 * Outline of one area in WGS-84. Of display quality: good for a map and for telling in which county a station lies,
 * not for a land register.
 *
 * @param polygons parts of the area, each a list of closed rings, the outer one first, then its holes
 */
public record Boundary(AreaCode area, List<List<List<LonLat>>> polygons) {

    public Boundary {
        polygons = polygons.stream()
                .map(rings -> rings.stream().map(List::copyOf).toList())
                .toList();
    }

    /** Whether the place lies inside; on the line itself either answer is possible. */
    public boolean contains(LonLat place) {
        return polygons.stream().anyMatch(rings -> isInside(rings, place));
    }

    /** Even–odd rule over all rings of a part, so that a hole counts as outside. */
    private static boolean isInside(List<List<LonLat>> rings, LonLat place) {
        boolean inside = false;
        for (List<LonLat> ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                if (crosses(ring.get(i - 1), ring.get(i), place)) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** Whether the ray from the place to the east crosses the segment. */
    private static boolean crosses(LonLat from, LonLat to, LonLat place) {
        double latitude = place.latitudeDegrees();
        if ((from.latitudeDegrees() > latitude) == (to.latitudeDegrees() > latitude)) {
            return false;
        }
        double part = (latitude - from.latitudeDegrees()) / (to.latitudeDegrees() - from.latitudeDegrees());
        return place.longitudeDegrees()
                < from.longitudeDegrees() + part * (to.longitudeDegrees() - from.longitudeDegrees());
    }
}
