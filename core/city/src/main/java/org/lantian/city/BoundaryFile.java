package org.lantian.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.LonLat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(folder.path().resolve(file));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.error(
                    "not-json", file, Math.max(0, line), "", e.getOriginalMessage(), "正确的 GeoJSON", "correct GeoJSON");
            return new Boundaries(List.of());
        }
        JsonNode features = root.path("features");
        if (!root.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
            error("type", root.path("type").asString(""), "FeatureCollection", "FeatureCollection");
            return new Boundaries(List.of());
        }
        List<Boundary> outlines = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            outline(features.get(i), "features[" + i + "]").ifPresent(outlines::add);
        }
        return new Boundaries(outlines);
    }

    private Optional<Boundary> outline(JsonNode feature, String place) {
        Optional<AreaCode> code = code(feature, place);
        JsonNode geometry = feature.path("geometry");
        JsonNode coordinates = geometry.path("coordinates");
        List<List<List<LonLat>>> polygons = new ArrayList<>();
        boolean good = switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates, place, polygons);
            case "MultiPolygon" -> {
                boolean all = !coordinates.isEmpty();
                for (JsonNode part : coordinates) {
                    all = polygon(part, place, polygons) && all;
                }
                yield all;
            }
            default -> {
                error(
                        place + ".geometry.type",
                        geometry.path("type").asString(""),
                        "Polygon 或 MultiPolygon",
                        "Polygon or MultiPolygon");
                yield false;
            }
        };
        return good ? code.map(area -> new Boundary(area, polygons)) : Optional.empty();
    }

    private Optional<AreaCode> code(JsonNode feature, String place) {
        String text = feature.path("properties").path("code").asString("");
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

    private boolean polygon(JsonNode rings, String place, List<List<List<LonLat>>> into) {
        List<List<LonLat>> polygon = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<LonLat> points = ring(ring);
            if (points.size() < 4 || !points.getFirst().equals(points.getLast())) {
                error(
                        place + ".geometry.coordinates",
                        "",
                        "由至少四个 [经度, 纬度] 组成的闭合环",
                        "closed rings of at least four [longitude, latitude]");
                return false;
            }
            polygon.add(points);
        }
        into.add(polygon);
        return !polygon.isEmpty();
    }

    /** The points of a ring; none when one of them is no place. */
    private static List<LonLat> ring(JsonNode ring) {
        List<LonLat> points = new ArrayList<>();
        for (JsonNode point : ring) {
            double longitude = point.path(0).asDouble(Double.NaN);
            double latitude = point.path(1).asDouble(Double.NaN);
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
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
