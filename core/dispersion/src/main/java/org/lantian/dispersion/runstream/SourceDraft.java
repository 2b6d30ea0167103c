package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.EmissionSchedule;
import org.lantian.dispersion.source.HalfLife;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.source.UrbanArea;
import org.lantian.dispersion.source.VolumeSource;

/** What the lines read so far say of one source. */
final class SourceDraft {

    /** Places nearer than this are the same, m. */
    private static final double SAME_PLACE = 1e-3;

    private final String id;
    private final String type;
    private final List<Double> places;
    private final double elevation;
    private final Statement location;
    private final List<Double> vertices = new ArrayList<>();
    private final List<Double> factors = new ArrayList<>();
    private @Nullable Statement parameters;
    private @Nullable Statement factorStatement;
    private EmissionSchedule.@Nullable Kind factorKind;
    private @Nullable Statement hourly;
    private boolean urban;
    private double inStackRatio = Double.NaN;
    private boolean tipDownwash = true;

    SourceDraft(String id, String type, List<Double> places, double elevation, Statement location) {
        this.id = id;
        this.type = type;
        this.places = places;
        this.elevation = elevation;
        this.location = location;
    }

    String id() {
        return id;
    }

    Statement location() {
        return location;
    }

    boolean isPoint() {
        return type.startsWith("POINT");
    }

    boolean isUrban() {
        return urban;
    }

    double inStackRatio() {
        return inStackRatio;
    }

    void urban() {
        urban = true;
    }

    void inStackRatio(double ratio) {
        inStackRatio = ratio;
    }

    void parameters(Statement s) {
        if (parameters != null) {
            throw s.fault("runstream.duplicate", id, "每个源一行 SRCPARAM", "one SRCPARAM a source");
        }
        switch (type) {
            case "POINT", "POINTCAP", "POINTHOR" -> s.expectSize(6, 6, "id g/s height temperature velocity diameter");
            case "VOLUME" -> s.expectSize(5, 5, "id g/s height sigma-y0 sigma-z0");
            case "AREA" -> s.expectSize(4, 7, "id g/(s·m²) height x-length [y-length angle sigma-z0]");
            case "AREAPOLY" -> s.expectSize(4, 5, "id g/(s·m²) height vertices [sigma-z0]");
            case "AREACIRC" -> s.expectSize(4, 6, "id g/(s·m²) height radius [vertices sigma-z0]");
            default -> s.expectSize(4, 5, "id g/(s·m²) height width [sigma-z0]");
        }
        parameters = s;
    }

    void vertices(Statement s, List<Double> more) {
        if (!type.equals("AREAPOLY")) {
            throw s.fault("runstream.argument", id, "AREAPOLY 源", "a source of type AREAPOLY");
        }
        vertices.addAll(more);
    }

    void factors(Statement s, EmissionSchedule.Kind kind, List<Double> more) {
        if (hourly != null || (factorKind != null && factorKind != kind)) {
            throw s.fault("runstream.duplicate", id, "每个源只有一种排放变化", "one kind of varying emission a source");
        }
        factorKind = kind;
        factorStatement = s;
        factors.addAll(more);
        if (factors.size() > kind.size()) {
            throw s.fault(
                    "runstream.argument-count",
                    id,
                    kind.size() + " 个系数，现有 " + factors.size() + " 个",
                    kind.size() + " factors, not " + factors.size());
        }
    }

    void hourly(Statement s) {
        if (hourly != null || factorKind != null) {
            throw s.fault("runstream.duplicate", id, "每个源只有一种排放变化", "one kind of varying emission a source");
        }
        hourly = s;
    }

    /**
     * The source as the engine takes it.
     *
     * @param flatElevation elevation of all ground in a flat run; NaN in an elevated one
     * @param tip whether stacks have stack-tip downwash
     */
    ScheduledSource build(double flatElevation, @Nullable UrbanArea city, HalfLife decay, boolean tip) {
        tipDownwash = tip;
        Statement p = parameters;
        if (p == null) {
            throw location.fault(
                    "runstream.parameters-missing", id, "SRCPARAM 给出该源的参数", "SRCPARAM to give its parameters");
        }
        try {
            double base = Double.isNaN(flatElevation) ? elevation : flatElevation;
            double rate = p.number(1, isArea() ? "g/(s·m²)" : "g/s", 0, 1e9);
            return new ScheduledSource(source(p, base), rate, schedule(), urban ? city : null, decay);
        } catch (IllegalArgumentException e) {
            throw p.refused(e);
        }
    }

    private boolean isArea() {
        return type.startsWith("AREA") || type.equals("LINE");
    }

    private EmissionSchedule schedule() {
        if (hourly != null) {
            return new EmissionSchedule.Hourly();
        }
        EmissionSchedule.Kind kind = factorKind;
        Statement s = factorStatement;
        if (kind == null || s == null) {
            return new EmissionSchedule.Constant();
        }
        if (factors.size() != kind.size()) {
            throw s.fault(
                    "runstream.argument-count",
                    id,
                    kind.size() + " 个系数，现有 " + factors.size() + " 个",
                    kind.size() + " factors, not " + factors.size());
        }
        return new EmissionSchedule.Factors(
                kind, factors.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Source source(Statement p, double base) {
        PlanePoint place = new PlanePoint(places.get(0), places.get(1));
        double height = p.number(2, "height (m)", 0, 3000);
        return switch (type) {
            case "POINT" -> point(p, place, base, height, PointSource.Outlet.VERTICAL);
            case "POINTCAP" -> point(p, place, base, height, PointSource.Outlet.CAPPED);
            case "POINTHOR" -> point(p, place, base, height, PointSource.Outlet.HORIZONTAL);
            case "VOLUME" ->
                new VolumeSource(
                        id,
                        place,
                        base,
                        height,
                        p.number(3, "sigma-y0 (m)", 0, 1e5),
                        p.number(4, "sigma-z0 (m)", 0, 1e5));
            case "AREA" -> rectangle(p, place, base, height);
            case "AREAPOLY" -> polygon(p, base, height);
            case "AREACIRC" ->
                AreaSource.circle(
                        id,
                        place,
                        p.number(3, "radius (m)", 0, 1e6),
                        p.has(4) ? p.integer(4, "vertices", 3, 1000) : 20,
                        release(p, base, height, 5));
            default ->
                AreaSource.line(
                        id,
                        place,
                        new PlanePoint(places.get(2), places.get(3)),
                        p.number(3, "width (m)", 0, 1e6),
                        release(p, base, height, 4));
        };
    }

    private PointSource point(Statement p, PlanePoint place, double base, double height, PointSource.Outlet outlet) {
        return new PointSource(
                id,
                place,
                base,
                height,
                p.number(3, "temperature (K)", -2000, 3000),
                p.number(4, "velocity (m/s)", 0, 500),
                p.number(5, "diameter (m)", 0, 1000),
                outlet,
                tipDownwash);
    }

    private AreaSource rectangle(Statement p, PlanePoint corner, double base, double height) {
        double xLength = p.number(3, "x-length (m)", 0, 1e6);
        return AreaSource.rectangle(
                id,
                corner,
                xLength,
                p.number(4, "y-length (m)", 0, 1e6, xLength),
                p.number(5, "angle (degrees)", -360, 360, 0),
                release(p, base, height, 6));
    }

    private AreaSource polygon(Statement p, double base, double height) {
        int count = p.integer(3, "vertices", 3, 10_000);
        if (vertices.size() != 2 * count) {
            throw p.fault(
                    "runstream.argument-count",
                    id,
                    "AREAVERT 给出 " + count + " 个顶点，现有 " + vertices.size() / 2.0 + " 个",
                    count + " vertices by AREAVERT, not " + vertices.size() / 2.0);
        }
        boolean starts = Math.abs(vertices.get(0) - places.get(0)) < SAME_PLACE
                && Math.abs(vertices.get(1) - places.get(1)) < SAME_PLACE;
        if (!starts) {
            throw p.fault(
                    "runstream.argument",
                    id,
                    "AREAVERT 的第一个顶点与 LOCATION 相同",
                    "the first vertex of AREAVERT at the place that LOCATION gives");
        }
        List<PlanePoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new PlanePoint(vertices.get(2 * i), vertices.get(2 * i + 1)));
        }
        return new AreaSource(id, points, base, height, p.number(4, "sigma-z0 (m)", 0, 1e5, 0));
    }

    private static AreaSource.Release release(Statement p, double base, double height, int sigmaIndex) {
        return new AreaSource.Release(base, height, p.number(sigmaIndex, "sigma-z0 (m)", 0, 1e5, 0));
    }
}
