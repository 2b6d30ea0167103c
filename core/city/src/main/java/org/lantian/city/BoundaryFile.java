package org.lantian.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.LonLat;
import tools.jackson.core.JacksonException;

/**
 * Reads outlines of areas from GeoJSON (RFC 7946): features of type Polygon or MultiPolygon, each with the area's code
 * in property {@code code}, in WGS-84.
 */
final class BoundaryFile {

    private final String file;
    private final Problems problems;
    private final KnownAreas areas;
    private final Set<AreaCode> seen = new HashSet<>();

    private BoundaryFile(String file, Problems problems, KnownAreas areas) {
        this.file = file;
        this.problems = problems;
        this.areas = areas;
    }

    static Optional<Boundaries> read(PackFolder folder, String file, KnownAreas areas) {
        BoundaryFile reader = new BoundaryFile(file, folder.problems(), areas);
        int before = folder.problems().count();
        Boundaries boundaries = reader.boundaries(folder);
        if (folder.problems().count() > before) {
            return Optional.empty();
        }
        areas.list().stream()
                .filter(area -> area.kind() == AreaKind.COUNTY && !reader.seen.contains(area.code()))
                .forEach(area -> folder.problems()
                        .warning(
                                "boundary-missing",
                                file,
                                0,
                                "features",
                                "",
                                area.name().zh() + "（" + area.code() + "）的边界",
                                "an outline of " + area.name().en() + " (" + area.code() + ")"));
        return Optional.of(boundaries);
    }

    private Boundaries boundaries(PackFolder folder) {
        Object root;
        try {
            root = JsonTree.read(folder.path().resolve(file));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.error("not-json", file, Math.max(0, line), "", "", "正确的 GeoJSON", "correct GeoJSON");
            return new Boundaries(List.of());
        }
        String type = JsonTree.text(JsonTree.get(root, "type"));
        if (!type.equals("FeatureCollection")) {
            error("type", type, "FeatureCollection", "FeatureCollection");
            return new Boundaries(List.of());
        }
        List<Boundary> outlines = new ArrayList<>();
        int number = 0;
        for (Object feature : JsonTree.elements(JsonTree.get(root, "features"))) {
            outline(feature, "features[" + number++ + "]").ifPresent(outlines::add);
        }
        return new Boundaries(outlines);
    }

    private Optional<Boundary> outline(@Nullable Object feature, String place) {
        Optional<AreaCode> code = code(feature, place);
        Object geometry = JsonTree.get(feature, "geometry");
        String type = JsonTree.text(JsonTree.get(geometry, "type"));
        Object coordinates = JsonTree.get(geometry, "coordinates");
        List<?> parts = switch (type) {
            case "Polygon" -> Collections.singletonList(coordinates);
            case "MultiPolygon" -> JsonTree.elements(coordinates);
            default -> List.of();
        };
        if (parts.isEmpty()) {
            error(place + ".geometry.type", type, "Polygon 或 MultiPolygon", "Polygon or MultiPolygon");
        }
        List<List<List<LonLat>>> polygons = new ArrayList<>();
        boolean good = !parts.isEmpty();
        for (Object part : parts) {
            good = polygon(part, place, polygons) && good;
        }
        return good ? code.map(area -> new Boundary(area, polygons)) : Optional.empty();
    }

    private Optional<AreaCode> code(@Nullable Object feature, String place) {
        String text = JsonTree.text(JsonTree.get(JsonTree.get(feature, "properties"), "code"));
        Optional<AreaCode> code = parse(text).filter(areas::knows);
        if (code.isEmpty()) {
            error(place + ".properties.code", text, AreaFile.NAME + " 中的一个代码", "a code of " + AreaFile.NAME);
        } else if (!seen.add(code.get())) {
            error(place + ".properties.code", text, "每个代码只出现一次", "each code once");
        }
        return code;
    }

    private static Optional<AreaCode> parse(String code) {
        try {
            return Optional.of(new AreaCode(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean polygon(@Nullable Object part, String place, List<List<List<LonLat>>> into) {
        List<List<LonLat>> polygon = new ArrayList<>();
        for (Object ring : JsonTree.elements(part)) {
            polygon.add(ring(ring));
        }
        boolean good = !polygon.isEmpty() && polygon.stream().allMatch(BoundaryFile::isRing);
        if (!good) {
            error(
                    place + ".geometry.coordinates",
                    "",
                    "由至少四个 [经度, 纬度] 组成的闭合环",
                    "closed rings of at least four [longitude, latitude]");
        }
        into.add(polygon);
        return good;
    }

    private static boolean isRing(List<LonLat> points) {
        return points.size() >= 4 && points.getFirst().equals(points.getLast());
    }

    /** The points of a ring; none when one of them is no place. */
    private static List<LonLat> ring(@Nullable Object ring) {
        List<LonLat> points = new ArrayList<>();
        for (Object point : JsonTree.elements(ring)) {
            List<?> pair = JsonTree.elements(point);
            if (pair.size() < 2
                    || !(pair.get(0) instanceof Double longitude && Math.abs(longitude) <= 180)
                    || !(pair.get(1) instanceof Double latitude && Math.abs(latitude) <= 90)) {
                return List.of();
            }
            points.add(new LonLat(longitude, latitude));
        }
        return points;
    }

    private void error(String field, String value, String zh, String en) {
        problems.error("bad-boundary", file, 0, field, value, zh, en);
    }
}
