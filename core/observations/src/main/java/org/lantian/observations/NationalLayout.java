package org.lantian.observations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
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
    private static final BilingualText EXPECTED_TYPE = new BilingualText(
            "全国站点数据的类型，如 PM2.5、O3、AQI、PM2.5_24h", "a row type of the national files such as PM2.5, O3, AQI, PM2.5_24h");

    private static final BilingualText EXPECTED_ONE =
            new BilingualText("同一站点的各列数值相同", "the same value in all columns of a station");

    private static final int UNWANTED = -1;
    private static final int TWIN = -2;

    /** Two columns of one station, as 3207A has in national files of 2019: taken once where they agree. */
    private record Twins(int first, int second, int station) {}

    private final ReadRun run;
    private final Table table;
    private final String[] codes;
    private final int[] stations;
    private final long[] skipped;
    private final List<Twins> twins = new ArrayList<>();

    private NationalLayout(ReadRun run) {
        this.run = run;
        this.table = run.table();
        this.codes = new String[table.cells()];
        this.stations = new int[codes.length];
        this.skipped = new long[codes.length];
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
        Arrays.fill(stations, UNWANTED);
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
                twins.add(new Twins(first, cell, stations[cell]));
                stations[first] = TWIN;
                stations[cell] = TWIN;
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
            } else if (stations[cell] == UNWANTED && !table.isBlank(cell)) {
                skipped[cell]++;
            }
        }
        for (Twins pair : twins) {
            takeTwins(pair, hour, quantity);
        }
    }

    private void takeTwins(Twins pair, long hour, Quantity quantity) {
        String first = table.text(pair.first);
        String second = table.text(pair.second);
        if (first.equals(second) || second.isEmpty()) {
            run.take(pair.first, pair.station, hour, quantity, codes[pair.first]);
        } else if (first.isEmpty()) {
            run.take(pair.second, pair.station, hour, quantity, codes[pair.first]);
        } else {
            run.reject("import.duplicate-column", codes[pair.first], first + " / " + second, EXPECTED_ONE, 1);
        }
    }
}
