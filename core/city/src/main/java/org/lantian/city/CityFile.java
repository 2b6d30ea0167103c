package org.lantian.city;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.LonLat;

/** Reads {@code city.csv}: one fact of the city a row, as key and value. */
final class CityFile {

    static final String NAME = "city.csv";
    static final List<String> COLUMNS = List.of("key", "value", "source", "status");
    static final List<String> KEYS = List.of(
            "code", "name_zh", "name_en", "utc_offset", "map_longitude", "map_latitude", "map_zoom", "pack_version");

    private static final Pattern WHOLE_CITY = Pattern.compile("[1-9][0-9]{3}00");

    private final PackFolder folder;
    private final Map<String, Row> rows = new HashMap<>();

    private CityFile(PackFolder folder) {
        this.folder = folder;
    }

    /**
     * The city; empty when not even its code can be read. With other facts missing or wrong, which is then among the
     * problems, it has stand-ins for them, so that the rest of the pack can be checked.
     */
    static Optional<City> read(PackFolder folder) {
        return new CityFile(folder).city();
    }

    private Optional<City> city() {
        folder.required(NAME, COLUMNS).forEach(this::take);
        if (!rows.isEmpty()) {
            reportMissing();
        }
        find("utc_offset").ifPresent(CityFile::checkOffset);
        double longitude = number("map_longitude", 73, 136);
        double latitude = number("map_latitude", 3, 54);
        double zoom = number("map_zoom", 3, 16);
        return find("code")
                .flatMap(CityFile::code)
                .map(code -> new City(
                        code,
                        new BilingualText(text("name_zh"), text("name_en")),
                        text("pack_version"),
                        new LonLat(longitude, latitude),
                        zoom));
    }

    private void reportMissing() {
        for (String key : KEYS) {
            if (!rows.containsKey(key)) {
                folder.problems().error("key-missing", NAME, 0, key, "", "有这一项", "a row with this key");
            }
        }
    }

    private void take(Row row) {
        String key = row.text("key");
        row.text("value");
        row.provenance();
        if (!key.isEmpty() && !KEYS.contains(key)) {
            row.error("key-unknown", "key", "以下之一：" + String.join(" | ", KEYS), "one of " + String.join(" | ", KEYS));
        } else if (rows.put(key, row) != null) {
            row.error("key-twice", "key", "每个键只出现一次", "each key once");
        }
    }

    private Optional<Row> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    private String text(String key) {
        return find(key).map(row -> row.raw("value")).orElse("");
    }

    private double number(String key, double least, double greatest) {
        return find(key).map(row -> row.number("value", least, greatest)).orElse(least);
    }

    private static Optional<AreaCode> code(Row row) {
        AreaCode code = row.areaCode("value");
        if (row.isClean() && !WHOLE_CITY.matcher(code.value()).matches()) {
            row.error(
                    "bad-area-code",
                    "value",
                    "整个城市的六位代码，末两位为 00，如 140500",
                    "the code of a whole city, ending in 00, such as 140500");
        }
        return row.isClean() ? Optional.of(code) : Optional.empty();
    }

    /** The platform's clock has one offset; a pack that assumes another would shift every hour. */
    private static void checkOffset(Row row) {
        String offset = CityTime.OFFSET.getId();
        if (!row.raw("value").isEmpty() && !row.raw("value").equals(offset)) {
            row.error("bad-offset", "value", offset + "（北京时间）", offset + " (Beijing time)");
        }
    }
}
