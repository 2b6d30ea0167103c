package org.lantian.observations;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.lantian.observations.ColumnMapping.Column;
import org.lantian.observations.ColumnMapping.Role;
import org.lantian.observations.table.Table;
import org.lantian.quantities.BilingualText;

/** A column per parameter, one hour a row, as a {@link ColumnMapping} describes it. */
final class MappedLayout {

    private static final BilingualText EXPECTED_DIRECTION =
            new BilingualText("十六方位字母，如 N、NNE", "compass letters such as N, NNE");
    private static final BilingualText EXPECTED_STATION = new BilingualText("站点编号", "a station code");

    private final ReadRun run;
    private final Table table;
    private final ColumnMapping mapping;
    /** Per cell: the column of the mapping, absent when the mapping doesn't name it. */
    private final Map<Integer, Column> columns = new HashMap<>();

    private final Map<Role, Integer> place = new EnumMap<>(Role.class);
    private final String[] unnamed;
    private final long[] skipped;

    private MappedLayout(ReadRun run, ColumnMapping mapping) {
        this.run = run;
        this.table = run.table();
        this.mapping = mapping;
        this.unnamed = new String[table.cells()];
        this.skipped = new long[unnamed.length];
    }

    static ReadSummary read(ReadRun run, ColumnMapping mapping) {
        return new MappedLayout(run, mapping).read();
    }

    private ReadSummary read() {
        readHeader();
        Set<Quantity> quantities = mapping.quantities();
        quantities.retainAll(run.options().quantities());
        run.begin(AirFile.Layout.MAPPED, quantities);
        HourLabels hours = run.hourLabels(mapping.printsBeginning() ? 1 : 0);
        int width = unnamed.length;
        while (run.nextRow()) {
            if (run.hasAllCells(width, 0)) {
                readRow(hours);
            }
        }
        for (int cell = 0; cell < width; cell++) {
            run.skipQuantity(unnamed[cell], skipped[cell]);
        }
        return run.summary(AirFile.Layout.MAPPED, quantities, hours.uses24());
    }

    private void readHeader() {
        for (Column column : mapping.columns()) {
            int cell = find(column.name());
            if (cell < 0) {
                throw run.headerError(
                        "import.missing-column",
                        column.name(),
                        "",
                        new BilingualText(
                                "映射文件所列的列“" + column.name() + "”",
                                "the column \"" + column.name() + "\" that the mapping names"));
            }
            columns.put(cell, column);
            place.put(column.role(), cell);
        }
        for (int cell = 0; cell < unnamed.length; cell++) {
            unnamed[cell] = table.text(cell).isEmpty() ? "column " + (cell + 1) : table.text(cell);
        }
    }

    private void readRow(HourLabels hours) {
        String code = mapping.station().orElseGet(() -> text(Role.STATION));
        if (code.isEmpty()) {
            run.reject("import.no-station", name(Role.STATION), "", EXPECTED_STATION, Math.max(1, values()));
            return;
        }
        int station = run.station(code);
        if (station < 0) {
            run.skipStation(code, values());
            return;
        }
        long hour = hour(hours);
        if (hour == HourLabels.INVALID) {
            run.reject(
                    hours.problem().code(),
                    timeField(),
                    timeText(),
                    hours.problem().expected(),
                    Math.max(1, values()));
            return;
        }
        for (int cell = 0; cell < unnamed.length; cell++) {
            Column column = columns.get(cell);
            if (column == null) {
                skipped[cell] += table.isBlank(cell) ? 0 : 1;
            } else if (column.role() == Role.VALUE) {
                take(cell, column, station, hour);
            }
        }
    }

    private void take(int cell, Column column, int station, long hour) {
        Quantity quantity = column.quantity().orElseThrow();
        if (table.isBlank(cell)) {
            return;
        }
        if (!run.wants(quantity)) {
            run.skipQuantity(quantity.label(), 1);
            return;
        }
        boolean compass = column.conversion().compass();
        float value = compass
                ? Conversion.degrees(table.text(cell))
                : column.conversion().apply(table.number(cell));
        if (run.accepts(quantity, value) && !table.isFormula(cell) && !isMissing(cell)) {
            run.deliver(station, hour, quantity, value);
        } else if (!isMissing(cell)) {
            if (compass && !table.isFormula(cell)) {
                run.reject("import.not-a-direction", column.name(), table.text(cell), EXPECTED_DIRECTION, 1);
            } else {
                run.refuse(cell, quantity, column.name());
            }
        }
    }

    private boolean isMissing(int cell) {
        return ReadRun.isMissingMarker(table.text(cell)) || mapping.missing().contains(table.text(cell));
    }

    private long hour(HourLabels hours) {
        if (place(Role.TIME_ENDING) >= 0 || place(Role.TIME_BEGINNING) >= 0) {
            return hours.of(timeText(), table.row());
        }
        int hour = number(mapping.printsBeginning() ? Role.HOUR_BEGINNING : Role.HOUR_ENDING);
        if (place(Role.DATE) >= 0) {
            return hours.of(DateText.parse(table, place(Role.DATE)), hour, table.row());
        }
        return hours.of(number(Role.YEAR), number(Role.MONTH), number(Role.DAY), hour, table.row());
    }

    private String timeField() {
        StringBuilder names = new StringBuilder();
        for (Role role : Role.values()) {
            if (role.compareTo(Role.TIME_ENDING) <= 0 && place(role) >= 0) {
                names.append(names.isEmpty() ? "" : " ").append(name(role));
            }
        }
        return names.toString();
    }

    private String timeText() {
        StringBuilder text = new StringBuilder();
        for (Role role : Role.values()) {
            if (role.compareTo(Role.TIME_ENDING) <= 0 && place(role) >= 0) {
                text.append(text.isEmpty() ? "" : " ").append(text(role));
            }
        }
        return text.toString();
    }

    private long values() {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().role() == Role.VALUE)
                .filter(entry -> !table.isBlank(entry.getKey()))
                .count();
    }

    private String name(Role role) {
        Column column = columns.get(place(role));
        return column == null ? "" : column.name();
    }

    private int number(Role role) {
        return place(role) < 0 ? -1 : table.wholeNumber(place(role));
    }

    /** The cell of a role that stands only once, −1 when the file has none. */
    private int place(Role role) {
        return place.getOrDefault(role, -1);
    }

    private String text(Role role) {
        return place(role) < 0 ? "" : table.text(place(role));
    }

    private int find(String name) {
        for (int cell = 0; cell < table.cells(); cell++) {
            if (table.text(cell).equals(name)) {
                return cell;
            }
        }
        return -1;
    }
}
