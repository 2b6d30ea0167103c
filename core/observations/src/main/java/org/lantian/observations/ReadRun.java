package org.lantian.observations;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lantian.observations.table.Table;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** What the layouts share while one file is read: counting, checking values, reporting what can't be taken. */
final class ReadRun {

    /** Ways to write "no value" that are met in Chinese and international files. */
    private static final Set<String> MISSING = Set.of("na", "n/a", "nan", "null", "none", "-", "--", "—", "——", "/");

    private static final BilingualText EXPECTED_VALUE =
            new BilingualText("数值，不能是公式；请把公式转换为数值", "a value, not a formula; please turn formulas into values");

    /** A hostile file must not fill the memory with made-up names: further ones are counted together under "…". */
    private static final int MOST_NAMES = 20_000;

    private final String file;
    private final Table table;
    private final ReadOptions options;
    private final ObservationSink sink;
    private final Acceptance acceptance = Acceptance.load();

    private final Map<String, Integer> stationNumbers = new LinkedHashMap<>();
    private final Map<String, Quantity> quantityNames = new HashMap<>();
    private final Map<String, Long> skippedQuantities = new LinkedHashMap<>();
    private final Map<String, Long> skippedStations = new LinkedHashMap<>();
    private int stations;
    private long rows;
    private long accepted;
    private long rejected;

    ReadRun(String file, Table table, ReadOptions options, ObservationSink sink) {
        this.file = file;
        this.table = table;
        this.options = options;
        this.sink = sink;
    }

    String file() {
        return file;
    }

    Table table() {
        return table;
    }

    ReadOptions options() {
        return options;
    }

    HourLabels hourLabels(int shiftHours) {
        return new HourLabels(file, options.latest(), shiftHours);
    }

    void begin(AirFile.Layout layout, Set<Quantity> quantities) {
        sink.begin(new AirFile(file, layout, table.encoding(), quantities));
    }

    /** Moves to the next row and counts it. */
    boolean nextRow() {
        boolean more = table.next();
        rows += more ? 1 : 0;
        return more;
    }

    boolean wants(Quantity quantity) {
        return options.quantities().contains(quantity);
    }

    /** The quantity that is printed so. */
    Optional<Quantity> quantity(String name) {
        Quantity known = quantityNames.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Quantity> found = Quantity.find(name);
        found.ifPresent(quantity -> quantityNames.put(name, quantity));
        return found;
    }

    /** The number of a station, −1 when nobody asked for it. */
    int station(String code) {
        Integer known = stationNumbers.get(code);
        if (known != null) {
            return known;
        }
        int number = -1;
        if (options.stations().test(code)) {
            number = stations++;
            sink.station(number, code);
        }
        if (number >= 0 || stationNumbers.size() < MOST_NAMES) {
            stationNumbers.put(code, number);
        }
        return number;
    }

    /** Takes the value in a cell of the current row, unless it is blank. */
    void take(int cell, int station, long epochHour, Quantity quantity, String field) {
        if (table.isBlank(cell)) {
            return;
        }
        float value = table.number(cell);
        if (acceptance.accepts(quantity, value) && !table.isFormula(cell)) {
            deliver(station, epochHour, quantity, value);
        } else {
            refuse(cell, quantity, field);
        }
    }

    void deliver(int station, long epochHour, Quantity quantity, float value) {
        sink.value(station, epochHour, quantity, value, table.row());
        accepted++;
    }

    boolean accepts(Quantity quantity, float value) {
        return acceptance.accepts(quantity, value);
    }

    /** Reports a cell that is no acceptable value, unless it is a way of saying that there is none. */
    void refuse(int cell, Quantity quantity, String field) {
        if (table.isFormula(cell)) {
            reject("import.formula", field, table.text(cell), EXPECTED_VALUE, 1);
        } else if (!isMissingMarker(table.text(cell))) {
            boolean number = !Float.isNaN(table.number(cell));
            reject(
                    number ? "import.out-of-bounds" : "import.not-a-number",
                    field,
                    table.text(cell),
                    acceptance.expected(quantity),
                    1);
        }
    }

    static boolean isMissingMarker(String text) {
        return text.isEmpty() || MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Reports something in the current row that can't be taken. */
    void reject(String code, String field, String value, BilingualText expected, long values) {
        rejected += values;
        sink.rejected(new InputError(code, file, table.row(), field, value, expected));
    }

    /** Rejects the current row if it has not the cells of the header; a row cut short must not pass with a cut value. */
    boolean hasAllCells(int expected, int firstValueCell) {
        int cells = table.cells();
        boolean right = cells == expected || (table.encoding().equals("XLSX") && cells < expected);
        for (int cell = expected; cell < cells && !right; cell++) {
            if (!table.isBlank(cell)) {
                break;
            }
            right = cell == cells - 1;
        }
        if (!right) {
            reject(
                    "import.row-width",
                    "",
                    Integer.toString(cells),
                    new BilingualText(" " + expected + " 个单元格", expected + " cells"),
                    Math.max(1, filled(firstValueCell)));
        }
        return right;
    }

    /** Cells with content from a cell to the end of the row. */
    long filled(int firstCell) {
        long filled = 0;
        for (int cell = firstCell; cell < table.cells(); cell++) {
            filled += table.isBlank(cell) ? 0 : 1;
        }
        return filled;
    }

    void skipQuantity(String label, long values) {
        count(skippedQuantities, label, values);
    }

    void skipStation(String code, long values) {
        count(skippedStations, code, values);
    }

    private static void count(Map<String, Long> counts, String name, long values) {
        if (values > 0) {
            boolean room = counts.size() < MOST_NAMES || counts.containsKey(name);
            counts.merge(room ? name : "…", values, Long::sum);
        }
    }

    DomainException headerError(String code, String field, String found, BilingualText expected) {
        return new DomainException(new InputError(code, file, table.row(), field, found, expected));
    }

    ReadSummary summary(AirFile.Layout layout, Set<Quantity> quantities, boolean uses24) {
        AirFile read = new AirFile(file, layout, table.encoding(), quantities);
        return new ReadSummary(read, rows, accepted, rejected, skippedQuantities, skippedStations, uses24);
    }
}
