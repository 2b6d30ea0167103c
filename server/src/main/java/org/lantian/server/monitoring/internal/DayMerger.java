package org.lantian.server.monitoring.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.lantian.observations.Quantity;
import org.lantian.observations.StationDay;
import org.lantian.observations.quality.QualityChecks;
import org.lantian.observations.quality.QualityRules;
import org.lantian.quantities.HourEnding;

/**
 * Brings station-days of a file together with what is stored, within one transaction.
 *
 * <p>Only what differs is written; what it replaces goes to the revision table; flags are computed on the days that change
 * and on their neighbours.
 */
final class DayMerger {

    private static final int CONTEXT_DAYS = QualityChecks.CONTEXT_HOURS / HourEnding.SLOTS_PER_DAY;

    private final Connection connection;
    private final int importId;
    private final boolean dryRun;
    private final ToIntFunction<String> stationIds;
    private final List<QualityRules> versions;

    private final CopyRows inserted = new CopyRows();
    private final CopyRows updated = new CopyRows();
    private final CopyRows revisions = new CopyRows();
    private final CopyRows changedDays = new CopyRows();
    private ImportCounts counts = ImportCounts.NONE;

    /**
     * @param connection in the transaction of the import
     * @param stationIds from code to id of table station
     * @param dryRun whether only to count
     */
    DayMerger(
            Connection connection,
            int importId,
            boolean dryRun,
            ToIntFunction<String> stationIds,
            List<QualityRules> versions) {
        this.connection = connection;
        this.importId = importId;
        this.dryRun = dryRun;
        this.stationIds = stationIds;
        this.versions = versions;
    }

    /** What became of all values so far. */
    ImportCounts counts() {
        return counts;
    }

    /** Merges a batch of a file. */
    void merge(List<StationDay> batch) throws SQLException {
        SortedMap<Integer, List<StationDay>> byStation = new TreeMap<>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (StationDay day : batch) {
            byStation
                    .computeIfAbsent(stationIds.applyAsInt(day.station()), id -> new ArrayList<>())
                    .add(day);
            first = day.cityDay().isBefore(first) ? day.cityDay() : first;
            last = day.cityDay().isAfter(last) ? day.cityDay() : last;
        }
        int[] parameters = parameters(batch.getFirst().quantities());
        try (CopyReader stored = StationDayTable.readAll(
                connection, byStation.keySet(), first.minusDays(CONTEXT_DAYS), last.plusDays(CONTEXT_DAYS))) {
            StoredRows rows = new StoredRows(stored);
            for (Map.Entry<Integer, List<StationDay>> entry : byStation.entrySet()) {
                StationHours hours = span(entry.getKey(), entry.getValue());
                rows.loadInto(hours, entry.getKey());
                merge(entry.getKey(), entry.getValue(), hours, parameters);
            }
            rows.skipRest();
        }
        write();
    }

    private void merge(int stationId, List<StationDay> days, StationHours hours, int[] parameters) {
        long accepted = 0;
        long revised = 0;
        long unchanged = 0;
        for (StationDay day : days) {
            int at = (int) (day.cityDay().toEpochDay() - hours.epochDay(0));
            for (int q = 0; q < parameters.length; q++) {
                for (int slot = 0; slot < HourEnding.SLOTS_PER_DAY; slot++) {
                    float value = day.value(q, slot + 1);
                    if (Float.isNaN(value)) {
                        continue;
                    }
                    float before = hours.value(at, parameters[q], slot);
                    int source = hours.sourceOf(at, parameters[q], slot);
                    switch (hours.put(at, parameters[q], slot, value, importId)) {
                        case NEW -> accepted++;
                        case UNCHANGED -> unchanged++;
                        case REVISED -> {
                            revised++;
                            addRevision(stationId, day.cityDay(), slot + 1, parameters[q], before, source, value);
                        }
                    }
                }
            }
        }
        if (accepted + revised > 0) {
            hours.check(versions);
        }
        counts = counts.plus(new ImportCounts(accepted, revised, unchanged, flagged(days, hours, parameters)));
        for (int day = 0; day < hours.days() && !dryRun; day++) {
            if (hours.isChanged(day)) {
                hours.write(day, hours.isStored(day) ? updated : inserted, importId, versions);
                changedDays.beginRow(2);
                changedDays.putInt(stationId);
                changedDays.putDate(hours.epochDay(day));
            }
        }
    }

    private static long flagged(List<StationDay> days, StationHours hours, int[] parameters) {
        long flagged = 0;
        for (StationDay day : days) {
            int at = (int) (day.cityDay().toEpochDay() - hours.epochDay(0));
            for (int q = 0; q < parameters.length; q++) {
                for (int slot = 0; slot < HourEnding.SLOTS_PER_DAY; slot++) {
                    boolean doubtful = hours.flag(at, parameters[q], slot) != 0;
                    flagged += doubtful && !Float.isNaN(day.value(q, slot + 1)) ? 1 : 0;
                }
            }
        }
        return flagged;
    }

    private void addRevision(
            int stationId, LocalDate day, int slot, int parameter, float before, int source, float value) {
        if (dryRun) {
            return;
        }
        revisions.beginRow(8);
        revisions.putInt(stationId);
        revisions.putDate(day.toEpochDay());
        revisions.putShort(slot);
        revisions.putText(StoredParameters.ALL.get(parameter).code());
        revisions.putFloat(before);
        revisions.putInt(source);
        revisions.putFloat(value);
        revisions.putInt(importId);
    }

    private void write() throws SQLException {
        StationDayTable.insert(connection, inserted);
        StationDayTable.update(connection, updated);
        revisions.copyInto(
                connection,
                "observation_revision (station_id, city_day, slot, parameter, old_value, old_import_id, new_value,"
                        + " new_import_id)");
        changedDays.copyInto(connection, "station_day_changed (station_id, city_day)");
    }

    /** Array over the days of a batch for one station, with context before and after. */
    private static StationHours span(int stationId, List<StationDay> days) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (StationDay day : days) {
            first = Math.min(first, day.cityDay().toEpochDay());
            last = Math.max(last, day.cityDay().toEpochDay());
        }
        return new StationHours(stationId, first - CONTEXT_DAYS, (int) (last - first) + 1 + 2 * CONTEXT_DAYS);
    }

    private static int[] parameters(List<Quantity> quantities) {
        return quantities.stream()
                .mapToInt(quantity ->
                        StoredParameters.indexOf(quantity.parameter().orElseThrow()))
                .toArray();
    }

    /** Stored rows in the order of stations and days, handed out station by station. */
    private static final class StoredRows {
        private final CopyReader rows;
        private boolean more;
        private int stationId;
        private long epochDay;

        StoredRows(CopyReader rows) throws SQLException {
            this.rows = rows;
            advance();
        }

        void loadInto(StationHours hours, int wanted) throws SQLException {
            while (more && stationId <= wanted) {
                long day = epochDay - hours.epochDay(0);
                if (stationId == wanted && day >= 0 && day < hours.days()) {
                    hours.load((int) day, rows);
                }
                advance();
            }
        }

        /** A COPY must be read to its end before the connection can do something else. */
        void skipRest() throws SQLException {
            while (more) {
                advance();
            }
        }

        private void advance() throws SQLException {
            more = rows.next();
            if (more) {
                stationId = rows.readInt();
                epochDay = rows.readEpochDay();
            }
        }
    }
}
