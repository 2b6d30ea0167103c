package org.lantian.cli.dispersion;

import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.Receptor;

/** Distance of a receptor from the boundary of an area. */
final class EdgeDistance {

    private EdgeDistance() {}

    static double metres(AreaSource area, Receptor receptor) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < area.vertices().size(); i++) {
            PlanePoint a = area.vertices().get(i);
            PlanePoint b = area.vertices().get((i + 1) % area.vertices().size());
            least = Math.min(least, toSegment(a, b, receptor));
        }
        return least;
    }

    private static double toSegment(PlanePoint a, PlanePoint b, Receptor p) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length2 = dx * dx + dy * dy;
        double t = length2 == 0 ? 0 : Math.clamp(((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / length2, 0, 1);
        return Math.hypot(p.x() - a.x() - t * dx, p.y() - a.y() - t * dy);
    }
}
