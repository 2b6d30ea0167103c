package org.lantian.dispersion.preprocessing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lantian.dispersion.preprocessing.MorningSounding.Level;
import org.lantian.dispersion.preprocessing.TextTable.Row;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;

/**
 * Reads morning soundings: columns {@code date} (local standard day), {@code height_m} above the ground and
 * {@code temp_c}; the levels of a day from the lowest up, one sounding a day.
 */
public final class SoundingTableReader {

    /** Dry adiabatic lapse rate, K/m. */
    private static final double DRY_LAPSE = 0.00977;

    private SoundingTableReader() {}

    public static Map<LocalDate, MorningSounding> read(Path path) {
        return of(TextTable.read(path));
    }

    static Map<LocalDate, MorningSounding> of(TextTable table) {
        int date = table.required("date");
        int height = table.required("height_m");
        int temperature = table.required("temp_c");
        Map<LocalDate, List<Level>> days = new TreeMap<>();
        Row last = null;
        for (Row row : table.rows()) {
            double z = table.number(row, height, 0, 30_000);
            double celsius = table.number(row, temperature, -100, 60);
            List<Level> levels = days.computeIfAbsent(date(table, row, date), day -> new ArrayList<>());
            if (!levels.isEmpty() && !(z > levels.getLast().height())) {
                throw new DomainException(table.fault(
                        "met.sounding-order",
                        row,
                        height,
                        new BilingualText(
                                "高于同日上一层 " + levels.getLast().height() + " m 的高度（每日一次探空）",
                                "a height above the level before it, "
                                        + levels.getLast().height() + " m (one sounding a day)")));
            }
            levels.add(new Level(z, celsius + 273.15 + DRY_LAPSE * z));
            last = row;
        }
        Map<LocalDate, MorningSounding> soundings = new TreeMap<>();
        for (Map.Entry<LocalDate, List<Level>> day : days.entrySet()) {
            if (day.getValue().size() < 2 && last != null) {
                throw new DomainException(table.fault(
                        "met.sounding-levels",
                        last,
                        date,
                        new BilingualText(
                                "每日至少两层（" + day.getKey() + " 只有一层）",
                                "at least two levels a day (" + day.getKey() + " has one)")));
            }
            soundings.put(day.getKey(), MorningSounding.of(day.getValue()));
        }
        return soundings;
    }

    private static LocalDate date(TextTable table, Row row, int column) {
        try {
            return LocalDate.parse(row.cells().get(column));
        } catch (DateTimeParseException e) {
            throw new DomainException(
                    table.fault(
                            "met.date", row, column, new BilingualText("日期，如 2024-01-31", "a date such as 2024-01-31")),
                    e);
        }
    }
}
