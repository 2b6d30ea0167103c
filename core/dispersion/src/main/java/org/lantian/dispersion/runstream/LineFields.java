package org.lantian.dispersion.runstream;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourStamp;

/** The fields of one line of a file in free format. */
record LineFields(LineFile file, List<String> fields) {

    static LineFields of(LineFile file, String line) {
        return new LineFields(file, FortranText.fields(line));
    }

    void expectAtLeast(int count) {
        if (fields.size() < count) {
            throw file.fault(
                    "weather.line-too-short",
                    "",
                    fields.size() + " 列 / columns",
                    "至少 " + count + " 列（文件或此行不完整）",
                    "at least " + count + " columns (file or line cut off)");
        }
    }

    /** A field as it stands; empty where the line ends before it. */
    String textOrEmpty(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    double number(int index, String name) {
        double value = FortranText.number(fields.get(index));
        if (Double.isNaN(value)) {
            throw file.fault("weather.value-not-a-number", name, fields.get(index), "数字", "a number");
        }
        return value;
    }

    int integer(int index, String name) {
        double value = number(index, name);
        if (value != Math.rint(value) || Math.abs(value) > 1e9) {
            throw file.fault("weather.value-not-whole", name, fields.get(index), "整数", "a whole number");
        }
        return (int) value;
    }

    /** Year, month and day from an index on. */
    LocalDate date(int from) {
        int year = FortranText.year(integer(from, "year"));
        try {
            return LocalDate.of(year < 0 ? 0 : year, integer(from + 1, "month"), integer(from + 2, "day"));
        } catch (DateTimeException e) {
            throw noSuchDate(from, e);
        }
    }

    HourStamp stamp(LocalDate date, int hourIndex) {
        int hour = integer(hourIndex, "hour");
        if (hour < 1 || hour > 24) {
            throw file.fault("weather.no-such-hour", "hour", fields.get(hourIndex), "1–24（时段终点）", "1–24, hour ending");
        }
        if (date.getYear() < 1900) {
            throw noSuchDate(0, null);
        }
        return HourStamp.of(date, hour);
    }

    private RuntimeException noSuchDate(int from, @Nullable DateTimeException cause) {
        RuntimeException fault = file.fault(
                "weather.no-such-date",
                "date",
                String.join(" ", fields.subList(from, from + 3)),
                "存在的日期（两位年份 50–99 为 19xx，00–49 为 20xx）",
                "a date that exists (years of two digits: 50–99 are 19xx, 00–49 are 20xx)");
        if (cause != null) {
            fault.addSuppressed(cause);
        }
        return fault;
    }
}
