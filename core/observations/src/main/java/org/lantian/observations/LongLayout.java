package org.lantian.observations;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lantian.observations.table.Table;
import org.lantian.quantities.BilingualText;

/** One value a row: {@code station,time,pollutant,value}, the columns in any order; others are ignored. */
final class LongLayout {

    private enum Column {
        STATION("station", "station_code", "site", "站点", "站点编号", "站点编码", "监测点编码"),
        TIME("time", "datetime", "时间", "监测时间"),
        POLLUTANT("pollutant", "parameter", "type", "污染物", "监测项目", "参数"),
        VALUE("value", "数值", "浓度", "监测值");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    private static final BilingualText EXPECTED_STATION = new BilingualText("站点编号", "a station code");
    private static final BilingualText EXPECTED_POLLUTANT = new BilingualText(
            "污染物代码 so2、no2、pm10、co、o3、pm25 或气象要素 ws、wd、temp、pres、dewp、rain、rh",
            "a pollutant so2, no2, pm10, co, o3, pm25 or a weather element ws, wd, temp, pres, dewp, rain, rh");

    private final ReadRun run;
    private final Table table;
    private final Map<Column, Integer> place = new EnumMap<>(Column.class);
    /** Consecutive rows mostly print the same time; the table hands out the same String for the same text. */
    private String lastTime = "";

    private long lastHour = HourLabels.INVALID;

    private LongLayout(ReadRun run) {
        this.run = run;
        this.table = run.table();
    }

    static boolean matches(Table header) {
        return missing(header).isEmpty();
    }

    /** The names of the columns that a header lacks. */
    static List<String> missing(Table header) {
        List<String> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            if (find(header, column) < 0) {
                missing.add(column.names.getFirst());
            }
        }
        return missing;
    }

    static ReadSummary read(ReadRun run) {
        return new LongLayout(run).read();
    }

    private ReadSummary read() {
        for (Column column : Column.values()) {
            place.put(column, find(table, column));
        }
        int width = table.cells();
        Set<Quantity> quantities = run.options().quantities().isEmpty()
                ? EnumSet.noneOf(Quantity.class)
                : EnumSet.copyOf(run.options().quantities());
        run.begin(AirFile.Layout.LONG, quantities);
        HourLabels hours = run.hourLabels(0);
        while (run.nextRow()) {
            if (run.hasAllCells(width, width - 1)) {
                readRow(hours);
            }
        }
        return run.summary(AirFile.Layout.LONG, quantities, hours.uses24());
    }

    private void readRow(HourLabels hours) {
        String code = text(Column.STATION);
        if (code.isEmpty()) {
            run.reject("import.no-station", "station", "", EXPECTED_STATION, 1);
            return;
        }
        int station = run.station(code);
        if (station < 0) {
            run.skipStation(code, 1);
            return;
        }
        String name = text(Column.POLLUTANT);
        Optional<Quantity> known = run.quantity(name);
        if (known.isEmpty()) {
            run.reject("import.unknown-pollutant", "pollutant", name, EXPECTED_POLLUTANT, 1);
            return;
        }
        Quantity quantity = known.get();
        if (!run.wants(quantity)) {
            run.skipQuantity(quantity.label(), 1);
            return;
        }
        long hour = hour(hours);
        if (hour == HourLabels.INVALID) {
            run.reject(
                    hours.problem().code(),
                    "time",
                    text(Column.TIME),
                    hours.problem().expected(),
                    1);
            return;
        }
        run.take(place(Column.VALUE), station, hour, quantity, "value");
    }

    private long hour(HourLabels hours) {
        String text = text(Column.TIME);
        if (!text.equals(lastTime) || lastHour == HourLabels.INVALID) {
            lastHour = hours.of(text, table.row());
            lastTime = text;
        }
        return lastHour;
    }

    private String text(Column column) {
        return table.text(place(column));
    }

    private int place(Column column) {
        return place.getOrDefault(column, -1);
    }

    private static int find(Table header, Column column) {
        for (int cell = 0; cell < header.cells(); cell++) {
            if (column.names.contains(header.text(cell).toLowerCase(Locale.ROOT))) {
                return cell;
            }
        }
        return -1;
    }
}
