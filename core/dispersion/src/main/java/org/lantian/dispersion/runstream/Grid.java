package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lantian.dispersion.output.Place;
import org.lantian.dispersion.runstream.ReceptorReader.ReceptorRules;
import org.lantian.dispersion.source.PlanePoint;

/** A Cartesian or polar grid of receptors while its lines are read. */
final class Grid {

    /** Words that start a line of a grid when the grid's id is left out. */
    static final Set<String> WORDS =
            Set.of("STA", "END", "ORIG", "DIST", "GDIR", "DDIR", "XYINC", "XPNTS", "YPNTS", "ELEV", "HILL", "FLAG");

    private final Statement start;
    private final String id;
    private final List<Double> xs = new ArrayList<>();
    private final List<Double> ys = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();
    private final List<Double> directions = new ArrayList<>();
    private final Map<String, Map<Integer, List<Double>>> heights = new TreeMap<>();
    private PlanePoint origin = new PlanePoint(0, 0);

    Grid(Statement start, String id) {
        this.start = start;
        this.id = id;
    }

    Statement start() {
        return start;
    }

    String keyword() {
        return start.keyword();
    }

    String id() {
        return id;
    }

    private boolean polar() {
        return keyword().equals("GRIDPOLR");
    }

    void origin(PlanePoint place) {
        origin = place;
    }

    /** Takes one line of the grid; its numbers stand from an index on. */
    void part(Statement s, String part, int from) {
        List<String> allowed = polar()
                ? List.of("ORIG", "DIST", "GDIR", "DDIR", "ELEV", "HILL", "FLAG")
                : List.of("XYINC", "XPNTS", "YPNTS", "ELEV", "HILL", "FLAG");
        s.choice(from - 1, "part of a grid", allowed);
        switch (part) {
            case "ORIG" -> {
                s.expectSize(from + 2, from + 2, "ORIG x y");
                origin = new PlanePoint(s.number(from, "x (m)", -1e8, 1e8), s.number(from + 1, "y (m)", -1e8, 1e8));
            }
            case "DIST" -> distances.addAll(s.numbers(from, "distances (m)", 0, 1e7));
            case "DDIR" -> directions.addAll(s.numbers(from, "directions (degrees)", 0, 360));
            case "GDIR" -> regularDirections(s, from);
            case "XYINC" -> {
                s.expectSize(from + 6, from + 6, "XYINC x0 nx dx y0 ny dy");
                xs.addAll(steps(s, from));
                ys.addAll(steps(s, from + 3));
            }
            case "XPNTS" -> xs.addAll(s.numbers(from, "x (m)", -1e8, 1e8));
            case "YPNTS" -> ys.addAll(s.numbers(from, "y (m)", -1e8, 1e8));
            default -> {
                int row = s.integer(from, "row", 1, 100_000);
                heights.computeIfAbsent(part, _ -> new TreeMap<>())
                        .computeIfAbsent(row, _ -> new ArrayList<>())
                        .addAll(s.numbers(from + 1, "heights", -500, 30_000));
            }
        }
    }

    private void regularDirections(Statement s, int from) {
        s.expectSize(from + 3, from + 3, "GDIR count first step");
        int count = s.integer(from, "count", 1, 3600);
        double first = s.number(from + 1, "first (degrees)", 0, 360);
        double step = s.number(from + 2, "step (degrees)", -360, 360);
        for (int i = 0; i < count; i++) {
            double direction = first + i * step;
            directions.add(direction > 360 ? direction - 360 : direction);
        }
    }

    private static List<Double> steps(Statement s, int from) {
        double first = s.number(from, "first (m)", -1e8, 1e8);
        int count = s.integer(from + 1, "count", 1, 100_000);
        double step = s.number(from + 2, "step (m)", -1e8, 1e8);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(first + i * step);
        }
        return values;
    }

    /** Adds the receptors: row by row from the first y, or direction by direction from the nearest. */
    void receptors(ReceptorRules rules, List<Place> places) {
        List<Double> rows = polar() ? directions : ys;
        List<Double> columns = polar() ? distances : xs;
        if (rows.isEmpty() || columns.isEmpty()) {
            throw start.fault(
                    "runstream.grid-empty",
                    id,
                    polar() ? "DIST 与 GDIR" : "XYINC，或 XPNTS 与 YPNTS",
                    polar() ? "DIST and GDIR" : "XYINC, or XPNTS and YPNTS");
        }
        checkHeights(rows.size(), columns.size());
        if (!Double.isNaN(rules.flatElevation()) || !heights.containsKey("ELEV") || heights.containsKey("HILL")) {
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    places.add(new Place(receptor(rules, row, column), id, ""));
                }
            }
        } else {
            throw start.fault("runstream.grid-heights", id, "ELEV 与 HILL 并用", "HILL together with ELEV");
        }
    }

    private org.lantian.dispersion.source.Receptor receptor(ReceptorRules rules, int row, int column) {
        double x = polar() ? 0 : xs.get(column);
        double y = polar() ? 0 : ys.get(row);
        if (polar()) {
            double direction = Math.toRadians(directions.get(row));
            x = origin.x() + distances.get(column) * Math.sin(direction);
            y = origin.y() + distances.get(column) * Math.cos(direction);
        }
        double elevation = height("ELEV", row, column, 0) * rules.elevationUnit();
        double hill = height("HILL", row, column, 0) * rules.elevationUnit();
        double pole = height("FLAG", row, column, rules.flagpole().orElse(0));
        return rules.receptor(start, x, y, elevation, hill, pole);
    }

    private double height(String part, int row, int column, double fallback) {
        Map<Integer, List<Double>> rows = heights.get(part);
        List<Double> values = rows == null ? null : rows.get(row + 1);
        return values == null ? fallback : values.get(column);
    }

    private void checkHeights(int rows, int columns) {
        heights.forEach((part, given) -> {
            boolean complete = given.size() == rows
                    && given.keySet().stream().allMatch(row -> row <= rows)
                    && given.values().stream().allMatch(values -> values.size() == columns);
            if (!complete) {
                throw start.fault(
                        "runstream.grid-heights",
                        id + " " + part,
                        rows + " 行，每行 " + columns + " 个值",
                        rows + " rows of " + columns + " values");
            }
        });
    }
}
