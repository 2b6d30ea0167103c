package org.lantian.dispersion.source;

import java.util.ArrayList;
import java.util.List;
import org.lantian.quantities.Check;

/**
 * An area that emits evenly: a simple polygon, convex or not, in either sense of rotation. Its emission is per m².
 *
 * @param vertices at least three, first not repeated at the end
 * @param baseElevation m above sea level
 * @param releaseHeight m above ground, 0–3000
 * @param initialSigmaZ σ_z0, m, ≥ 0
 */
public record AreaSource(
        String id, List<PlanePoint> vertices, double baseElevation, double releaseHeight, double initialSigmaZ)
        implements Source {

    public AreaSource {
        Check.that(!id.isBlank(), "a source needs an id");
        vertices = List.copyOf(vertices);
        Check.that(vertices.size() >= 3, "an area needs three vertices or more, not " + vertices.size());
        Check.inRange("baseElevation", baseElevation, -500, 9000);
        Check.inRange("releaseHeight", releaseHeight, 0, 3000);
        Check.inRange("initialSigmaZ", initialSigmaZ, 0, 1e5);
        Check.that(Math.abs(signedArea(vertices)) > 0, "area source " + id + " has no area");
    }

    /** Shape and place of a {@link #rectangle}, a {@link #circle} or a {@link #line}. */
    public record Release(double baseElevation, double releaseHeight, double initialSigmaZ) {}

    /**
     * A rectangle from its corner: the side of length {@code yLength} runs along the azimuth {@code angleDegrees}, the
     * side of length {@code xLength} lies to its right.
     *
     * @param angleDegrees clockwise from north
     */
    public static AreaSource rectangle(
            String id, PlanePoint corner, double xLength, double yLength, double angleDegrees, Release release) {
        Check.that(xLength > 0 && yLength > 0, "sides of a rectangle are " + xLength + " and " + yLength + " m");
        double sin = Math.sin(Math.toRadians(angleDegrees));
        double cos = Math.cos(Math.toRadians(angleDegrees));
        PlanePoint along = new PlanePoint(corner.x() + yLength * sin, corner.y() + yLength * cos);
        PlanePoint right = new PlanePoint(corner.x() + xLength * cos, corner.y() - xLength * sin);
        PlanePoint opposite = new PlanePoint(along.x() + xLength * cos, along.y() - xLength * sin);
        return of(id, List.of(corner, along, opposite, right), release);
    }

    /** A regular polygon that has the area of the circle; its first vertex lies north of the centre. */
    public static AreaSource circle(String id, PlanePoint centre, double radius, int sides, Release release) {
        Check.that(radius > 0, "radius is " + radius + " m, expected over 0");
        Check.inRange("sides", sides, 3, 1000);
        double step = 2 * Math.PI / sides;
        double circumradius = radius * Math.sqrt(step / Math.sin(step));
        List<PlanePoint> vertices = new ArrayList<>();
        for (int i = 0; i < sides; i++) {
            vertices.add(new PlanePoint(
                    centre.x() + circumradius * Math.sin(i * step), centre.y() + circumradius * Math.cos(i * step)));
        }
        return of(id, vertices, release);
    }

    /** A rectangle of the given width about the straight line between two places. */
    public static AreaSource line(String id, PlanePoint start, PlanePoint end, double width, Release release) {
        double dx = end.x() - start.x();
        double dy = end.y() - start.y();
        double length = Math.hypot(dx, dy);
        Check.that(length > 0 && width > 0, "a line of " + length + " m length and " + width + " m width");
        double ox = 0.5 * width * dy / length;
        double oy = -0.5 * width * dx / length;
        return of(
                id,
                List.of(
                        new PlanePoint(start.x() + ox, start.y() + oy),
                        new PlanePoint(start.x() - ox, start.y() - oy),
                        new PlanePoint(end.x() - ox, end.y() - oy),
                        new PlanePoint(end.x() + ox, end.y() + oy)),
                release);
    }

    private static AreaSource of(String id, List<PlanePoint> vertices, Release release) {
        return new AreaSource(id, vertices, release.baseElevation(), release.releaseHeight(), release.initialSigmaZ());
    }

    @Override
    public PlanePoint location() {
        return vertices.getFirst();
    }

    /** Size of the area, m². */
    public double squareMetres() {
        return Math.abs(signedArea(vertices));
    }

    private static double signedArea(List<PlanePoint> vertices) {
        PlanePoint origin = vertices.getFirst();
        double twice = 0;
        for (int i = 0; i < vertices.size(); i++) {
            PlanePoint a = vertices.get(i);
            PlanePoint b = vertices.get((i + 1) % vertices.size());
            twice += (a.x() - origin.x()) * (b.y() - origin.y()) - (b.x() - origin.x()) * (a.y() - origin.y());
        }
        return twice / 2;
    }
}
