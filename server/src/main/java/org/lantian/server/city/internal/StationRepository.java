package org.lantian.server.city.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lantian.city.DeclaredStation;
import org.lantian.city.FactStatus;
import org.lantian.city.Provenance;
import org.lantian.city.Role;
import org.lantian.city.StationPeriod;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;
import org.lantian.quantities.LonLat;
import org.lantian.server.city.Station;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stations and the periods of each. */
@Repository
class StationRepository {

    private final JdbcClient jdbc;

    StationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these the current stations. A station the pack no longer names keeps its row, its periods and its data. */
    void save(List<DeclaredStation> stations) {
        jdbc.sql("UPDATE station SET current = false WHERE current AND code <> ALL (?)")
                .param(stations.stream().map(DeclaredStation::code).toArray(String[]::new))
                .update();
        for (int i = 0; i < stations.size(); i++) {
            savePeriods(saveStation(stations.get(i), i), stations.get(i).periods());
        }
    }

    private int saveStation(DeclaredStation station, int position) {
        return jdbc.sql("""
                        INSERT INTO station (code, city_code, city_zh, city_en, role, position, current)
                        VALUES (?, ?, ?, ?, ?, ?, true)
                        ON CONFLICT (code) DO UPDATE SET city_code = excluded.city_code, city_zh = excluded.city_zh,
                            city_en = excluded.city_en, role = excluded.role, position = excluded.position,
                            current = true
                        RETURNING id
                        """)
                .params(
                        station.code(),
                        station.cityCode().value(),
                        station.cityName().zh(),
                        station.cityName().en(),
                        station.role().code(),
                        position)
                .query(Integer.class)
                .single();
    }

    private void savePeriods(int stationId, List<StationPeriod> periods) {
        jdbc.sql("DELETE FROM station_period WHERE station_id = ?")
                .param(stationId)
                .update();
        for (int i = 0; i < periods.size(); i++) {
            StationPeriod period = periods.get(i);
            jdbc.sql("""
                            INSERT INTO station_period (station_id, number, name_zh, name_en, longitude, latitude,
                                clean_point, source, source_status, valid_from, valid_to, area_code)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            stationId,
                            i,
                            period.name().zh(),
                            period.name().en(),
                            period.place().longitudeDegrees(),
                            period.place().latitudeDegrees(),
                            period.cleanPoint().code(),
                            period.provenance().source(),
                            period.provenance().status().code())
                    .param(period.validFrom().orElse(null))
                    .param(period.validTo().orElse(null))
                    .param(period.area().map(AreaCode::value).orElse(null))
                    .update();
        }
    }

    /** All stations the database knows: current ones in the order of the pack, then the others by code. */
    List<Station> list() {
        Map<Integer, List<StationPeriod>> periods = periods();
        return jdbc.sql("""
                        SELECT id, code, city_code, city_zh, city_en, role, current
                        FROM station
                        ORDER BY current DESC, CASE WHEN current THEN position END, code
                        """).query((row, number) -> station(row, periods)).list();
    }

    private static Station station(ResultSet row, Map<Integer, List<StationPeriod>> periods) throws SQLException {
        int id = row.getInt("id");
        List<StationPeriod> history = periods.getOrDefault(id, List.of());
        StationPeriod latest = history.getLast();
        return new Station(
                id,
                row.getString("code"),
                latest.name(),
                latest.place(),
                latest.area(),
                row.getString("city_code"),
                new BilingualText(row.getString("city_zh"), row.getString("city_en")),
                Role.valueOf(constant(row.getString("role"))),
                latest.cleanPoint(),
                history,
                row.getBoolean("current"));
    }

    private Map<Integer, List<StationPeriod>> periods() {
        Map<Integer, List<StationPeriod>> periods = new HashMap<>();
        jdbc.sql("SELECT * FROM station_period ORDER BY station_id, number").query(row -> {
            periods.computeIfAbsent(row.getInt("station_id"), id -> new ArrayList<>())
                    .add(period(row));
        });
        return periods;
    }

    private static StationPeriod period(ResultSet row) throws SQLException {
        return new StationPeriod(
                new BilingualText(row.getString("name_zh"), row.getString("name_en")),
                new LonLat(row.getDouble("longitude"), row.getDouble("latitude")),
                Optional.ofNullable(row.getString("area_code")).map(AreaCode::new),
                CleanPoint.valueOf(constant(row.getString("clean_point"))),
                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                new Provenance(row.getString("source"), FactStatus.valueOf(constant(row.getString("source_status")))));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
