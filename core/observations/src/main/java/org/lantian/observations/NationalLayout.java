package org.lantian.observations;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lantian.observations.table.Table;
import org.lantian.quantities.BilingualText;

/**
 * The layout of the national network: {@code date,hour,type}, then a column per station, or per city in its city variant.
 *
 * <p>The loop over the cells is the hot one of every import: it creates no object per cell.
 */
final class NationalLayout {

    private static final int FIRST_STATION = 3;

    /** Instead of a station: the column repeats an earlier one, as the national files of 2019 do with 3207A. */
    private static final int TWIN = -2;

    private static final BilingualText EXPECTED_TYPE = new BilingualText(
            "全国站点数据的类型，如 PM2.5、O3、AQI、PM2.5_24h", "a row type of the national files such as PM2.5, O3, AQI, PM2.5_24h");

    private final ReadRun run;
    private final Table table;
    private final String[] codes;
    private final int[] stations;
    private final long[] skipped;
    /** Of a {@link #TWIN} the column that names its station first. */
    private final int[] twins;

    private NationalLayout(ReadRun run) {
        this.run = run;
        this.table = run.table();
        this.codes = new String[table.cells()];
        this.stations = new int[codes.length];
        this.skipped = new long[codes.length];
        this.twins = new int[codes.length];
    }

    static boolean matches(Table header) {
        return header.cells() >= FIRST_STATION
                && header.text(0).equalsIgnoreCase("date")
                && header.text(1).equalsIgnoreCase("hour")
                && header.text(2).equalsIgnoreCase("type");
    }

    /** Reads the file whose header is the current row. */
    static ReadSummary read(ReadRun run) {
        return new NationalLayout(run).read();
    }

    private ReadSummary read() {
        Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);
        quantities.addAll(Quantity.six());
        quantities.addAll(EnumSet.range(Quantity.AQI, Quantity.O3_8H_24H));
        quantities.retainAll(run.options().quantities());
        run.begin(AirFile.Layout.NATIONAL, quantities);
        readHeader();
        HourLabels hours = run.hourLabels(0);
        while (run.nextRow()) {
            if (run.hasAllCells(codes.length, FIRST_STATION)) {
                readRow(hours);
            }
        }
        for (int cell = FIRST_STATION; cell < codes.length; cell++) {
            run.skipStation(codes[cell], skipped[cell]);
        }
        return run.summary(AirFile.Layout.NATIONAL, quantities, hours.uses24());
    }

    private void readHeader() {
        Map<String, Integer> seen = new HashMap<>();
        Arrays.fill(stations, -1);
        for (int cell = FIRST_STATION; cell < codes.length; cell++) {
            codes[cell] = table.text(cell);
            if (codes[cell].isEmpty()) {
                throw run.headerError(
                        "import.unnamed-column",
                        "column " + (cell + 1),
                        "",
                        new BilingualText("站点编号或城市名", "a station code or a city name"));
            }
            Integer first = seen.putIfAbsent(codes[cell], cell);
            stations[cell] = run.station(codes[cell]);
            if (first != null && stations[cell] >= 0) {
                stations[cell] = TWIN;
                twins[cell] = first;
            }
        }
        if (seen.isEmpty()) {
            throw run.headerError(
                    "import.missing-column",
                    "",
                    "date,hour,type",
                    new BilingualText(
                            "至少一列站点，如 date,hour,type,1001A", "at least one station column, as date,hour,type,1001A"));
        }
    }

    private void readRow(HourLabels hours) {
        String label = table.text(2);
        Optional<Quantity> known = run.quantity(label);
        if (known.isEmpty()) {
            run.reject("import.unknown-type", "type", label, EXPECTED_TYPE, Math.max(1, run.filled(FIRST_STATION)));
            return;
        }
        Quantity quantity = known.get();
        if (!run.wants(quantity)) {
            run.skipQuantity(quantity.label(), run.filled(FIRST_STATION));
            return;
        }
        long hour = hours.of(DateText.parse(table, 0), table.wholeNumber(1), table.row());
        if (hour == HourLabels.INVALID) {
            String code = hours.problem().code();
            String field = code.equals("import.bad-hour") ? "hour" : "date";
            String value = field.equals("hour") ? table.text(1) : table.text(0) + " " + table.text(1);
            run.reject(code, field, value, hours.problem().expected(), Math.max(1, run.filled(FIRST_STATION)));
            return;
        }
        for (int cell = FIRST_STATION; cell < codes.length; cell++) {
            if (stations[cell] >= 0) {
                run.take(cell, stations[cell], hour, quantity, codes[cell]);
            } else if (stations[cell] == TWIN) {
                readTwin(cell, hour, quantity);
            } else if (!table.isBlank(cell)) {
                skipped[cell]++;
            }
        }
    }

    /** Takes a repeated column where the first is blank; a value that contradicts the first is rejected. */
    private void readTwin(int cell, long hour, Quantity quantity) {
        int first = twins[cell];
        if (table.isBlank(cell)) {
            return;
        }
        if (table.isBlank(first)) {
            run.take(cell, stations[first], hour, quantity, codes[cell]);
        } else if (!table.text(cell).equals(table.text(first))) {
            run.reject(
                    "import.duplicate-column",
                    codes[cell],
                    table.text(cell),
                    new BilingualText(
                            "与该站点前一列相同的值 " + table.text(first),
                            "the value of the station's other column, " + table.text(first)),
                    1);
        }
    }
}
