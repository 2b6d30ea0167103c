package org.lantian.server.monitoring.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.observations.quality.QualityChecks;
import org.lantian.observations.quality.QualityRules;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.Parameter;

/**
 * The hours of one station over consecutive days in plain arrays: what is stored, overlaid with what a file brings.
 *
 * <p>Days are counted from the first one; the first and the last day are only context for the quality checks.
 */
final class StationHours {

    /** What became of a value of the file. */
    enum Outcome {
        /** Nothing stood there before. */
        NEW,
        /** It replaced another value. */
        REVISED,
        /** It stood there before. */
        UNCHANGED
    }

    private static final int SLOTS = HourEnding.SLOTS_PER_DAY;

    private final int stationId;
    private final long firstDay;
    private final int days;
    private final float[][] values = new float[StoredParameters.COUNT][];
    private final short[][] flags = new short[StoredParameters.COUNT][];
    private final boolean[] stored;
    private final boolean[] valuesChanged;
    private final boolean[] flagsChanged;
    private final int[] importIds;
    private final Map<Integer, Provenance> mixed = new HashMap<>();

    StationHours(int stationId, long firstDay, int days) {
        this.stationId = stationId;
        this.firstDay = firstDay;
        this.days = days;
        this.stored = new boolean[days];
        this.valuesChanged = new boolean[days];
        this.flagsChanged = new boolean[days];
        this.importIds = new int[days];
    }

    int days() {
        return days;
    }

    long epochDay(int day) {
        return firstDay + day;
    }

    boolean isStored(int day) {
        return stored[day];
    }

    boolean isChanged(int day) {
        return valuesChanged[day] || flagsChanged[day];
    }

    /** Takes over the rest of a stored row, whose station and day have been read. */
    void load(int day, CopyReader row) {
        stored[day] = true;
        importIds[day] = row.readInt();
        for (int p = 0; p < StoredParameters.COUNT; p++) {
            float[] hours = values[p] == null ? fresh() : values[p];
            if (row.readFloats(hours, day * SLOTS)) {
                values[p] = hours;
            }
        }
        for (int p = 0; p < StoredParameters.COUNT; p++) {
            short[] marks = flags[p] == null ? new short[days * SLOTS] : flags[p];
            if (row.readShorts(marks, day * SLOTS)) {
                flags[p] = marks;
            }
        }
        int[] imports = row.readInts();
        byte[] sources = row.readBytes();
        if (imports != null && sources != null) {
            mixed.put(day, Provenance.of(importIds[day], imports, sources));
        }
    }

    /** Takes a value of the file. */
    Outcome put(int day, int parameter, int slot, float value, int importId) {
        float[] hours = values[parameter];
        if (hours == null) {
            hours = fresh();
            values[parameter] = hours;
        }
        int at = day * SLOTS + slot;
        float before = hours[at];
        if (before == value) {
            return Outcome.UNCHANGED;
        }
        if (stored[day]) {
            mixed.computeIfAbsent(day, d -> Provenance.of(importIds[d])).set(parameter, slot, importId);
        }
        hours[at] = value;
        valuesChanged[day] = true;
        return Float.isNaN(before) ? Outcome.NEW : Outcome.REVISED;
    }

    float value(int day, int parameter, int slot) {
        float[] hours = values[parameter];
        return hours == null ? Float.NaN : hours[day * SLOTS + slot];
    }

    short flag(int day, int parameter, int slot) {
        short[] marks = flags[parameter];
        return marks == null ? 0 : marks[day * SLOTS + slot];
    }

    /** The import from which the value that is stored now comes. */
    int sourceOf(int day, int parameter, int slot) {
        Provenance provenance = mixed.get(day);
        return provenance == null ? importIds[day] : provenance.importOf(parameter, slot);
    }

    /** Computes the flags anew on the days whose values changed and on their neighbours. */
    void check(List<QualityRules> versions) {
        for (int begin = 0; begin < days; ) {
            QualityRules rules = rules(begin, versions);
            int end = begin + 1;
            while (end < days && rules(end, versions).version() == rules.version()) {
                end++;
            }
            check(new QualityChecks(rules), begin, end);
            begin = end;
        }
    }

    private void check(QualityChecks checks, int begin, int end) {
        Map<Parameter, float[]> present = new HashMap<>();
        for (int p = 0; p < StoredParameters.COUNT; p++) {
            if (values[p] != null) {
                present.put(StoredParameters.ALL.get(p), values[p]);
            }
        }
        Map<Parameter, short[]> checked = checks.flags(present);
        checked.forEach((parameter, fresh) -> {
            int p = StoredParameters.indexOf(parameter);
            for (int day = begin; day < end; day++) {
                if (isNearChange(day)) {
                    takeFlags(p, day, fresh);
                }
            }
        });
    }

    private void takeFlags(int parameter, int day, short[] fresh) {
        int from = day * SLOTS;
        int to = from + SLOTS;
        short[] marks = flags[parameter];
        if (marks == null) {
            if (!anyFlag(fresh, from, to)) {
                return;
            }
            marks = new short[days * SLOTS];
            flags[parameter] = marks;
        }
        if (!Arrays.equals(marks, from, to, fresh, from, to)) {
            System.arraycopy(fresh, from, marks, from, SLOTS);
            flagsChanged[day] = true;
        }
    }

    private boolean isNearChange(int day) {
        return valuesChanged[day]
                || (stored[day] && day > 0 && valuesChanged[day - 1])
                || (stored[day] && day + 1 < days && valuesChanged[day + 1]);
    }

    /** Writes the row of a day in the order of {@link StationDayTable#COLUMNS}. */
    void write(int day, CopyRows rows, int importId, List<QualityRules> versions) {
        Provenance provenance = mixed.get(day);
        int lastImport = valuesChanged[day] ? importId : importIds[day];
        int[] imports = null;
        byte[] sources = null;
        if (provenance != null) {
            int[] distinct = provenance.imports(presence(day));
            if (distinct.length > 1) {
                imports = distinct;
                sources = provenance.sources(distinct);
            } else {
                lastImport = distinct.length == 1 ? distinct[0] : lastImport;
            }
        }
        rows.beginRow(StationDayTable.COLUMN_COUNT);
        rows.putInt(stationId);
        rows.putDate(epochDay(day));
        rows.putInt(lastImport);
        rows.putShort(rules(day, versions).version());
        rows.putShort(countFlagged(day));
        for (int p = 0; p < StoredParameters.COUNT; p++) {
            rows.putShort(count(day, p));
        }
        for (int p = 0; p < StoredParameters.COUNT; p++) {
            float[] hours = values[p];
            if (hours == null || count(day, p) == 0) {
                rows.putNull();
            } else {
                rows.putFloats(hours, day * SLOTS, SLOTS);
            }
        }
        for (int p = 0; p < StoredParameters.COUNT; p++) {
            short[] marks = flags[p];
            if (marks == null || !anyFlag(marks, day * SLOTS, day * SLOTS + SLOTS)) {
                rows.putNull();
            } else {
                rows.putShorts(marks, day * SLOTS, SLOTS);
            }
        }
        rows.putInts(imports);
        rows.putBytes(sources);
    }

    private QualityRules rules(int day, List<QualityRules> versions) {
        return QualityRules.inForceOn(java.time.LocalDate.ofEpochDay(epochDay(day)), versions);
    }

    private int count(int day, int parameter) {
        int count = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            count += Float.isNaN(value(day, parameter, slot)) ? 0 : 1;
        }
        return count;
    }

    private int countFlagged(int day) {
        int count = 0;
        for (int p = 0; p < StoredParameters.COUNT; p++) {
            for (int slot = 0; slot < SLOTS && flags[p] != null; slot++) {
                count += flag(day, p, slot) == 0 ? 0 : 1;
            }
        }
        return count;
    }

    private boolean[] presence(int day) {
        boolean[] present = new boolean[StoredParameters.COUNT * SLOTS];
        for (int i = 0; i < present.length; i++) {
            present[i] = !Float.isNaN(value(day, i / SLOTS, i % SLOTS));
        }
        return present;
    }

    private float[] fresh() {
        float[] hours = new float[days * SLOTS];
        Arrays.fill(hours, Float.NaN);
        return hours;
    }

    private static boolean anyFlag(short @Nullable [] marks, int from, int to) {
        for (int i = from; marks != null && i < to; i++) {
            if (marks[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
