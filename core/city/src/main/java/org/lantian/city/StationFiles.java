package org.lantian.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;

/** Reads {@code stations.csv} (the city's own) and {@code peers.csv} (of other cities, kept for comparison). */
final class StationFiles {

    static final String OWN = "stations.csv";
    static final List<String> OWN_COLUMNS = List.of(
            "code",
            "name_zh",
            "name_en",
            "lon",
            "lat",
            "area",
            "clean_point",
            "valid_from",
            "valid_to",
            "source",
            "status");
    static final String PEERS = "peers.csv";
    static final List<String> PEER_COLUMNS = List.of(
            "city_code",
            "city_zh",
            "city_en",
            "code",
            "name_zh",
            "name_en",
            "lon",
            "lat",
            "clean_point",
            "source",
            "status");

    static final Pattern STATION_CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,31}");

    private final City city;
    private final KnownAreas areas;
    private final Optional<Boundaries> boundaries;
    private final Map<String, List<StationPeriod>> own = new LinkedHashMap<>();
    private final Map<String, DeclaredStation> peers = new LinkedHashMap<>();
    private final Map<AreaCode, BilingualText> peerCities = new HashMap<>();

    private StationFiles(City city, KnownAreas areas, Optional<Boundaries> boundaries) {
        this.city = city;
        this.areas = areas;
        this.boundaries = boundaries;
    }

    /**
     * Own stations first, then those of other cities.
     *
     * @param boundaries against which the declared area is checked; a disagreement is a warning
     */
    static List<DeclaredStation> read(PackFolder folder, City city, KnownAreas areas, Optional<Boundaries> boundaries) {
        StationFiles files = new StationFiles(city, areas, boundaries);
        folder.required(OWN, OWN_COLUMNS).forEach(files::takeOwn);
        folder.optional(PEERS, PEER_COLUMNS).forEach(files::takePeer);
        return files.stations();
    }

    private List<DeclaredStation> stations() {
        List<DeclaredStation> stations = new ArrayList<>();
        own.forEach((code, periods) -> {
            periods.sort(Comparator.comparing(period -> period.validFrom().orElse(LocalDate.MIN)));
            stations.add(new DeclaredStation(code, city.code(), city.name(), Role.OWN, periods));
        });
        stations.addAll(peers.values());
        return stations;
    }

    private void takeOwn(Row row) {
        String code = stationCode(row);
        StationPeriod period = new StationPeriod(
                row.name("name_zh", "name_en"),
                row.place("lon", "lat"),
                Optional.of(row.areaCode("area")),
                row.word("clean_point", CleanPoint.class),
                row.optionalDate("valid_from"),
                row.optionalDate("valid_to"),
                row.provenance());
        if (!row.isClean()) {
            return;
        }
        areas.check(row, "area", period.area().orElseThrow());
        checkOrder(row, period);
        if (row.isClean()) {
            List<StationPeriod> periods = own.computeIfAbsent(code, key -> new ArrayList<>());
            if (periods.stream().anyMatch(period::overlaps)) {
                row.error(
                        "station-twice",
                        "code",
                        "每个站点代码只出现一次；迁站时各行的有效期不重叠",
                        "each station code once; where a station moved, rows whose periods don't overlap");
            }
            periods.add(period);
            compareWithBoundaries(row, period);
        }
    }

    private void takePeer(Row row) {
        AreaCode cityCode = row.areaCode("city_code");
        BilingualText cityName = row.name("city_zh", "city_en");
        String code = stationCode(row);
        StationPeriod period = new StationPeriod(
                row.name("name_zh", "name_en"),
                row.place("lon", "lat"),
                Optional.empty(),
                row.word("clean_point", CleanPoint.class),
                Optional.empty(),
                Optional.empty(),
                row.provenance());
        if (!row.isClean()) {
            return;
        }
        checkPeerCity(row, cityCode, cityName);
        DeclaredStation station = new DeclaredStation(code, cityCode, cityName, Role.PEER, List.of(period));
        if (own.containsKey(code)) {
            row.error("station-twice", "code", "不是 " + OWN + " 中本市的站点", "no station that " + OWN + " declares");
        } else if (peers.putIfAbsent(code, station) != null) {
            row.error("station-twice", "code", "每个站点代码只出现一次", "each station code once");
        }
    }

    private static String stationCode(Row row) {
        return row.key("code", STATION_CODE, "站点代码，如 2160A", "a station code such as 2160A");
    }

    private static void checkOrder(Row row, StationPeriod period) {
        if (period.validFrom().isPresent()
                && period.validTo().isPresent()
                && period.validTo().get().isBefore(period.validFrom().get())) {
            row.error("bad-period", "valid_to", "不早于 valid_from 的日期", "a date not before valid_from");
        }
    }

    private void checkPeerCity(Row row, AreaCode cityCode, BilingualText cityName) {
        if (cityCode.equals(city.code())) {
            row.error("peer-is-own-city", "city_code", "另一个城市的代码", "the code of another city");
        }
        BilingualText before = peerCities.putIfAbsent(cityCode, cityName);
        if (before != null && !before.equals(cityName)) {
            row.error(
                    "city-named-twice",
                    "city_zh",
                    "与前面各行同一城市名：" + before.zh() + "，" + before.en(),
                    "the name this city has in the rows above: " + before.zh() + ", " + before.en());
        }
    }

    private void compareWithBoundaries(Row row, StationPeriod period) {
        if (boundaries.isEmpty()) {
            return;
        }
        Optional<AreaCode> drawn = boundaries.get().findAreaAt(period.place());
        AreaCode declared = countyOf(period.area().orElseThrow());
        if (drawn.isEmpty()) {
            row.warning(
                    "station-outside",
                    "area",
                    "站点坐标位于本市边界之内（按 generated/boundaries.geojson，它在界外）",
                    "a place inside the city (by generated/boundaries.geojson it lies outside)");
        } else if (!declared.equals(city.code()) && !drawn.get().equals(declared)) {
            row.warning(
                    "station-in-other-area",
                    "area",
                    drawn.get() + "（按 generated/boundaries.geojson，站点坐标位于该区县）；若以申报为准可不改",
                    drawn.get()
                            + ", where the station lies by generated/boundaries.geojson; leave it if the declaration"
                            + " is what counts");
        }
    }

    /** The county in whose outline a station of this area should lie; the city for a functional area across counties. */
    private AreaCode countyOf(AreaCode code) {
        return areas.find(code)
                .filter(area -> area.kind() == AreaKind.FUNCTIONAL)
                .map(Area::parent)
                .orElse(code);
    }
}
