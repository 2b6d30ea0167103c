package org.lantian.dispersion.runstream;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.lantian.dispersion.weather.HourStamp;

/** The days of each year that a run covers (DAYRANGE): month/day or days of the year, single or from–to. */
public final class DayRanges {

    private final List<Range> ranges = new ArrayList<>();

    private sealed interface Range {
        boolean contains(LocalDate date);
    }

    private record Calendar(MonthDay first, MonthDay last) implements Range {
        @Override
        public boolean contains(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            return day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
        }
    }

    private record OfYear(int first, int last) implements Range {
        @Override
        public boolean contains(LocalDate date) {
            return date.getDayOfYear() >= first && date.getDayOfYear() <= last;
        }
    }

    void add(Statement s) {
        s.text(0, "days");
        for (String argument : s.arguments()) {
            String[] ends = argument.split("-", 2);
            try {
                ranges.add(range(ends[0], ends[ends.length - 1]));
            } catch (DateTimeException | NumberFormatException e) {
                throw s.fault(
                        "runstream.argument", argument, "日期范围，如 1/1-1/15 或 1-31", "days such as 1/1-1/15 or 1-31");
            }
        }
    }

    private static Range range(String first, String last) {
        boolean calendar = first.contains("/");
        if (calendar != last.contains("/")) {
            throw new DateTimeException("two ways of naming days");
        }
        if (calendar) {
            Calendar range = new Calendar(monthDay(first), monthDay(last));
            if (range.last.compareTo(range.first) < 0) {
                throw new DateTimeException("ends before it starts");
            }
            return range;
        }
        OfYear range = new OfYear(Integer.parseInt(first), Integer.parseInt(last));
        if (range.first < 1 || range.last > 366 || range.last < range.first) {
            throw new DateTimeException("no such days");
        }
        return range;
    }

    private static MonthDay monthDay(String text) {
        int slash = text.indexOf('/');
        return MonthDay.of(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Whether the run covers an hour; it covers all when no days are named. */
    boolean contains(HourStamp hour) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(hour.date()));
    }
}
