package org.lantian.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;

/** Reads {@code areas.csv}: counties and functional areas. */
final class AreaFile {

    static final String NAME = "areas.csv";
    static final List<String> COLUMNS =
            List.of("code", "name_zh", "name_en", "kind", "parent", "valid_from", "source", "status");

    private final AreaCode city;
    private final Map<AreaCode, Area> areas = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private AreaFile(AreaCode city) {
        this.city = city;
    }

    static KnownAreas read(PackFolder folder, AreaCode city) {
        int before = folder.problems().count();
        AreaFile file = new AreaFile(city);
        folder.required(NAME, COLUMNS).forEach(file::take);
        file.rows.forEach(file::checkParent);
        if (folder.problems().count() == before
                && file.areas.values().stream().noneMatch(area -> area.kind() == AreaKind.COUNTY)) {
            folder.problems().error("no-county", NAME, 0, "kind", "", "至少一个区县（county）", "at least one county");
        }
        return new KnownAreas(
                List.copyOf(file.areas.values()), folder.problems().count() == before);
    }

    private void take(Row row) {
        AreaCode code = row.areaCode("code");
        BilingualText name = row.name("name_zh", "name_en");
        AreaKind kind = row.word("kind", AreaKind.class);
        AreaCode parent = row.areaCode("parent");
        Optional<LocalDate> validFrom = row.optionalDate("valid_from");
        Provenance provenance = row.provenance();
        if (!row.isClean()) {
            return;
        }
        checkCode(row, code, kind);
        if (areas.putIfAbsent(code, new Area(code, name, kind, parent, validFrom, provenance)) == null) {
            rows.add(row);
        } else {
            row.error("area-twice", "code", "每个代码只出现一次", "each code once");
        }
    }

    private void checkCode(Row row, AreaCode code, AreaKind kind) {
        if (code.isFunctionalArea() != (kind == AreaKind.FUNCTIONAL)) {
            row.error(
                    "bad-area-code",
                    "code",
                    kind == AreaKind.FUNCTIONAL ? "带后缀的代码，如 140500-kfq" : "不带后缀的六位代码",
                    kind == AreaKind.FUNCTIONAL
                            ? "a code with a suffix such as 140500-kfq"
                            : "six digits without suffix");
        } else if (!code.value().startsWith(prefix())) {
            row.error(
                    "area-of-other-city",
                    "code",
                    "属于本市的代码，以 " + prefix() + " 开头",
                    "a code of this city, beginning " + prefix());
        }
    }

    /** Digits that all divisions of the city share: four of a prefecture's code, two of a municipality's. */
    private String prefix() {
        return city.value().substring(0, city.value().endsWith("0000") ? 2 : 4);
    }

    private void checkParent(Row row) {
        AreaCode parent = row.areaCode("parent");
        Area above = areas.get(parent);
        boolean underCity = parent.equals(city);
        boolean underCounty = above != null && above.kind() == AreaKind.COUNTY;
        if (row.raw("kind").equals(AreaKind.COUNTY.code()) && !underCity) {
            row.error("bad-parent", "parent", "城市代码 " + city, "the city's code " + city);
        } else if (!underCity && !underCounty) {
            row.error(
                    "bad-parent",
                    "parent",
                    "城市代码 " + city + " 或本文件中一个区县的代码",
                    "the city's code " + city + " or the code of a county in this file");
        }
    }
}
