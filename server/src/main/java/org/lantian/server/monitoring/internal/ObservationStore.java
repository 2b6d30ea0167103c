package org.lantian.server.monitoring.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.lantian.quantities.Check;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;
import org.lantian.server.monitoring.Observations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hourly values in table {@code station_day}. */
@Repository
class ObservationStore implements Observations {

    /** About 30 years: more in one call is a mistake of the caller. */
    private static final long MOST_DAYS = 11_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final CityCatalog catalog;

    ObservationStore(DataSource dataSource, CityCatalog catalog) {
        this.template = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
        this.catalog = catalog;
    }

    @Override
    public List<StationSeries> read(
            Collection<String> stationCodes,
            Collection<? extends Parameter> parameters,
            LocalDate firstDay,
            LocalDate lastDay) {
        Check.that(!lastDay.isBefore(firstDay), "lastDay " + lastDay + " is before firstDay " + firstDay);
        long days = lastDay.toEpochDay() - firstDay.toEpochDay() + 1;
        Check.inRange("days", days, 1, MOST_DAYS);
        for (Parameter parameter : parameters) {
            Check.that(
                    StoredParameters.indexOf(parameter) >= 0, "hourly values of " + parameter.code() + " are not kept");
        }
        List<Parameter> distinct =
                parameters.stream().map(p -> (Parameter) p).distinct().toList();
        Map<Integer, Block> blocks = new LinkedHashMap<>();
        for (String code : stationCodes) {
            catalog.findStation(code)
                    .map(Station::id)
                    .ifPresent(id -> blocks.put(id, new Block(code, distinct, firstDay, (int) days)));
        }
        if (!blocks.isEmpty()) {
            template.execute((Connection connection) -> {
                fill(connection, blocks, distinct, firstDay, lastDay);
                return true;
            });
        }
        List<StationSeries> series = new ArrayList<>();
        blocks.values().forEach(block -> series.add(block.series()));
        return series;
    }

    private static void fill(
            Connection connection,
            Map<Integer, Block> blocks,
            List<Parameter> parameters,
            LocalDate firstDay,
            LocalDate lastDay)
            throws SQLException {
        try (CopyReader rows = StationDayTable.readSeries(connection, blocks.keySet(), parameters, firstDay, lastDay)) {
            while (rows.next()) {
                Block block = blocks.get(rows.readInt());
                int at = (int) (rows.readEpochDay() - firstDay.toEpochDay()) * HourEnding.SLOTS_PER_DAY;
                if (block != null) {
                    block.load(rows, at);
                }
            }
        }
    }

    @Override
    public Optional<HourEnding> earliestHour() {
        return extremeHour("min", true);
    }

    @Override
    public Optional<HourEnding> latestHour() {
        return extremeHour("max", false);
    }

    private Optional<HourEnding> extremeHour(String aggregate, boolean first) {
        Optional<LocalDate> day = jdbc.sql("SELECT " + aggregate + "(city_day) FROM station_day")
                .query(LocalDate.class)
                .optional();
        if (day.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = catalog.stations().stream().map(Station::code).toList();
        List<StationSeries> series = read(codes, StoredParameters.ALL, day.get(), day.get());
        for (int i = 0; i < HourEnding.SLOTS_PER_DAY; i++) {
            int slot = first ? i : HourEnding.SLOTS_PER_DAY - 1 - i;
            for (StationSeries station : series) {
                if (station.series().values().stream().anyMatch(hours -> !hours.isMissing(slot))) {
                    return Optional.of(HourEnding.ofSlot(day.get(), slot + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** Arrays of one station while they are being filled. */
    private static final class Block {
        private final String code;
        private final List<Parameter> parameters;
        private final LocalDate firstDay;
        private final float[][] values;
        private final short[][] flags;

        Block(String code, List<Parameter> parameters, LocalDate firstDay, int days) {
            this.code = code;
            this.parameters = parameters;
            this.firstDay = firstDay;
            this.values = new float[parameters.size()][days * HourEnding.SLOTS_PER_DAY];
            this.flags = new short[parameters.size()][days * HourEnding.SLOTS_PER_DAY];
            for (float[] hours : values) {
                Arrays.fill(hours, Float.NaN);
            }
        }

        void load(CopyReader row, int at) {
            for (int p = 0; p < parameters.size(); p++) {
                row.readFloats(values[p], at);
                row.readShorts(flags[p], at);
            }
        }

        StationSeries series() {
            Map<Parameter, HourlySeries> series = new HashMap<>();
            for (int p = 0; p < parameters.size(); p++) {
                series.put(parameters.get(p), HourlySeries.of(parameters.get(p), firstDay, values[p], flags[p]));
            }
            return new StationSeries(code, series);
        }
    }
}
