package org.lantian.server.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.WeatherElement;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.monitoring.ObservationsChanged;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts made-up hours into the database as an import does, and waits until daily values are there. */
final class AirData {

    private static final List<String> COLUMNS =
            List.of("so2", "no2", "pm10", "co", "o3", "pm25", "ws", "wd", "temp", "pres", "dewp", "rain", "rh");

    private final ApplicationContext context;
    private final JdbcTemplate jdbc;
    private final CityCatalog catalog;

    AirData(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.catalog = context.getBean(CityCatalog.class);
    }

    /** The hours of one station and day; starts as a clean day on which only PM2.5 is to be set. */
    static final class Day {
        private final Map<Parameter, float[]> hours = new LinkedHashMap<>();

        /** Every hour: SO2 10, NO2 20, PM10 40, CO 0.5, O3 60, PM2.5 as given. */
        static Day withPm25(double pm25) {
            Day day = new Day();
            Map<Pollutant, Double> constants = new EnumMap<>(Pollutant.class);
            constants.put(Pollutant.SO2, 10.0);
            constants.put(Pollutant.NO2, 20.0);
            constants.put(Pollutant.PM10, 40.0);
            constants.put(Pollutant.CO, 0.5);
            constants.put(Pollutant.O3, 60.0);
            constants.put(Pollutant.PM25, pm25);
            constants.forEach(day::all);
            return day;
        }

        Day all(Parameter parameter, double value) {
            float[] values = new float[24];
            Arrays.fill(values, (float) value);
            hours.put(parameter, values);
            return this;
        }

        /** Sets slots (1–24), both included. */
        Day slots(Parameter parameter, int from, int to, double value) {
            Arrays.fill(hours.get(parameter), from - 1, to, (float) value);
            return this;
        }
    }

    /** Stores a day of a station and marks it as changed; a day already there is replaced. */
    AirData put(String station, LocalDate date, Day day) {
        int stationId = catalog.findStation(station).orElseThrow().id();
        jdbc.execute((Connection connection) -> {
            insert(connection, stationId, importId(), date, day);
            return null;
        });
        jdbc.update("INSERT INTO station_day_changed (station_id, city_day) VALUES (?, ?)", stationId, date);
        return this;
    }

    private int importId() {
        jdbc.update("""
                INSERT INTO air_import (file_name, file_is_ours, file_bytes, dry_run, strict, stored)
                SELECT 'made-up.csv', false, 0, false, false, true
                 WHERE NOT EXISTS (SELECT 1 FROM air_import)
                """);
        Integer id = jdbc.queryForObject("SELECT min(id) FROM air_import", Integer.class);
        return id == null ? 0 : id;
    }

    private static void insert(Connection connection, int stationId, int importId, LocalDate date, Day day)
            throws SQLException {
        StringBuilder names = new StringBuilder("station_id, city_day, import_id, rules, flagged");
        StringBuilder marks = new StringBuilder("?, ?, ?, 1, 0");
        for (String column : COLUMNS) {
            names.append(", ").append(column).append("_n, ").append(column);
            marks.append(", ?, ?");
        }
        try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM station_day WHERE station_id = ? AND city_day = ?");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO station_day (" + names + ") VALUES (" + marks + ")")) {
            delete.setInt(1, stationId);
            delete.setObject(2, date);
            delete.executeUpdate();
            insert.setInt(1, stationId);
            insert.setObject(2, date);
            insert.setInt(3, importId);
            int at = 4;
            for (String column : COLUMNS) {
                float[] values = day.hours.get(Parameter.find(column).orElseThrow());
                int count = 0;
                Float[] boxed = new Float[24];
                for (int i = 0; i < 24; i++) {
                    float value = values == null ? Float.NaN : values[i];
                    boxed[i] = value;
                    count += Float.isNaN(value) ? 0 : 1;
                }
                insert.setInt(at++, count);
                insert.setArray(at++, count == 0 ? null : connection.createArrayOf("float4", boxed));
            }
            insert.executeUpdate();
        }
    }

    /** Tells the server, as an import does after its commit, and waits until nothing is left to compute. */
    void computed() {
        context.publishEvent(new ObservationsChanged());
        PendingDays pending = context.getBean(PendingDays.class);
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (pending.count() > 0) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException(pending.count() + " station-days still not computed");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static Day wind(Day day, double speed, double direction) {
        return day.all(WeatherElement.WIND_SPEED, speed).all(WeatherElement.WIND_DIRECTION, direction);
    }
}
