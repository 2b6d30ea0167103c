package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.output.Place;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.Receptor;

/** Reads the receptor part (RE): single receptors and grids, in the order in which they stand. */
final class ReceptorReader {

    private final ReceptorRules rules;
    private final Map<String, PlanePoint> sources;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, String> finished = new LinkedHashMap<>();
    private @Nullable Grid grid;

    /** @param sources places of the sources, about which a polar grid may lie */
    ReceptorReader(ReceptorRules rules, Map<String, PlanePoint> sources) {
        this.rules = rules;
        this.sources = sources;
    }

    /**
     * How heights are understood.
     *
     * @param flatElevation elevation of all ground in a flat run; NaN in an elevated one
     * @param elevationUnit m of one unit of elevation
     * @param flagpole default height of flagpoles, m; empty when flagpoles may not be given
     */
    record ReceptorRules(double flatElevation, double elevationUnit, OptionalDouble flagpole) {

        Receptor receptor(Statement s, double x, double y, double elevation, double hill, double pole) {
            boolean flat = !Double.isNaN(flatElevation);
            try {
                return new Receptor(x, y, flat ? flatElevation : elevation, flat ? flatElevation : hill, pole);
            } catch (IllegalArgumentException e) {
                throw s.refused(e);
            }
        }

        double flagpole(Statement s, int index) {
            if (s.has(index) && flagpole.isEmpty()) {
                throw s.fault(
                        "runstream.argument",
                        s.text(index, "flagpole (m)"),
                        "先由 CO FLAGPOLE 启用受体离地高度",
                        "CO FLAGPOLE before a flagpole height");
            }
            return s.number(index, "flagpole (m)", 0, 3000, flagpole.orElse(0));
        }
    }

    void read(Statement s) {
        Grid open = grid;
        if (open != null && !s.keyword().equals(open.keyword())) {
            throw open.start().fault("runstream.grid-open", open.id(), "该网格以 END 结束", "END to close this grid");
        }
        switch (s.keyword()) {
            case "DISCCART" -> cartesian(s);
            case "DISCPOLR" -> polar(s);
            case "GRIDCART", "GRIDPOLR" -> grid(s);
            case "ELEVUNIT" -> {} // read before the receptors
            default -> throw s.unsupported();
        }
    }

    private void cartesian(Statement s) {
        s.expectSize(2, 5, "x y [elevation hill-height [flagpole]]");
        double x = s.number(0, "x (m)", -1e8, 1e8);
        double y = s.number(1, "y (m)", -1e8, 1e8);
        add(s, x, y, 2, "", 0);
    }

    private void polar(Statement s) {
        s.expectSize(3, 6, "source distance direction [elevation hill-height [flagpole]]");
        PlanePoint centre = source(s, 0);
        double distance = s.number(1, "distance (m)", 0, 1e7);
        double direction = Math.toRadians(s.number(2, "direction (degrees)", 0, 360));
        add(s, centre.x() + distance * Math.sin(direction), centre.y() + distance * Math.cos(direction), 3, "", 1);
    }

    /** Adds a receptor whose elevation, hill height and flagpole stand from an index on; x, y, flagpole when flat. */
    private void add(Statement s, double x, double y, int from, String network, int extra) {
        boolean poleOnly = s.size() == 3 + extra;
        double elevation = poleOnly ? 0 : elevation(s, from, 0);
        double hill = poleOnly ? 0 : elevation(s, from + 1, elevation);
        if (poleOnly && Double.isNaN(rules.flatElevation)) {
            s.expectSize(4 + extra, 5 + extra, "x y elevation hill-height [flagpole]");
        }
        double pole = rules.flagpole(s, poleOnly ? from : from + 2);
        places.add(new Place(rules.receptor(s, x, y, elevation, hill, pole), network, ""));
    }

    private double elevation(Statement s, int index, double fallback) {
        return s.has(index) ? s.number(index, "elevation", -500, 30_000) * rules.elevationUnit : fallback;
    }

    private PlanePoint source(Statement s, int index) {
        PlanePoint place = sources.get(s.word(index, "source id"));
        if (place == null) {
            throw s.fault("runstream.unknown-source", s.text(index, "source id"), "源编号", "the id of a source");
        }
        return place;
    }

    private void grid(Statement s) {
        Grid open = grid;
        String first = s.word(0, "network id");
        boolean named = !Grid.WORDS.contains(first);
        String id = named ? first : open == null ? "" : open.id();
        int from = named ? 1 : 0;
        if (open == null) {
            if (!named || !s.has(1) || !s.word(1, "STA").equals("STA")) {
                throw s.fault("runstream.grid-start", first, "网格编号 STA", "a network id, then STA");
            }
            if (id.length() > 8 || finished.containsKey(id)) {
                throw s.fault(
                        "runstream.duplicate", id, "未用过的、不超过 8 个字符的网格编号", "a new network id of 8 characters or less");
            }
            open = new Grid(s, id);
            grid = open;
            from = 2;
        } else if (!id.equals(open.id())) {
            throw s.fault("runstream.grid-open", id, "网格 " + open.id() + " 先以 END 结束", "END of network " + open.id());
        }
        if (s.has(from) && s.word(from, "part").equals("STA")) {
            from++;
        }
        if (!s.has(from)) {
            return;
        }
        String part = s.word(from, "part");
        if (part.equals("END")) {
            open.receptors(rules, places);
            finished.put(id, s.keyword());
            grid = null;
        } else if (part.equals("ORIG") && s.size() == from + 2) {
            open.origin(source(s, from + 1));
        } else {
            open.part(s, part, from + 1);
        }
    }

    List<Place> finish(Missing missing) {
        Grid open = grid;
        if (open != null) {
            throw open.start().fault("runstream.grid-open", open.id(), "该网格以 END 结束", "END to close this grid");
        }
        if (places.isEmpty()) {
            throw missing.because(Pathway.RE, "", "至少一个受体", "at least one receptor");
        }
        return List.copyOf(places);
    }

    /** Metres of the unit that ELEVUNIT names. */
    static double elevationUnit(List<Statement> statements, Pathway pathway) {
        for (Statement s : statements) {
            if (s.pathway() == pathway && s.keyword().equals("ELEVUNIT")) {
                Set<String> units = Set.of("METERS", "FEET");
                String unit = s.choice(0, "unit", units.stream().sorted().toList());
                return unit.toUpperCase(Locale.ROOT).equals("FEET") ? 0.3048 : 1;
            }
        }
        return 1;
    }
}
