package org.lantian.observations;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.InputError;

/**
 * Turns the printed times of one file into hours, and watches that the file prints midnight in one way.
 *
 * <p>A printed time is the end of the hour in city time. 24:00 is 00:00 of the next day; a file that prints both 24:00
 * and 00:00 is refused as a whole, because then nobody can tell which day its midnight hours belong to. A time with an
 * offset is converted. Known problems are returned as {@link #INVALID} and told by {@link #problem()}.
 */
final class HourLabels {

    static final long INVALID = Long.MIN_VALUE;

    /** No Chinese network measured hourly before. */
    private static final int FIRST_YEAR = 1980;

    private static final BilingualText EXPECTED_TIME = new BilingualText(
            "整点时间，如 2019-01-01T08:00 或 2019/1/1 8:00（时段终点，北京时间；可带 +08:00 等时区）",
            "a full hour such as 2019-01-01T08:00 or 2019/1/1 8:00 (end of the hour, city time; an offset such as +08:00"
                    + " may follow)");
    private static final BilingualText EXPECTED_DATE =
            new BilingualText("日期，如 20190101 或 2019-01-01", "a date such as 20190101 or 2019-01-01");
    private static final BilingualText EXPECTED_HOUR = new BilingualText("0–23 的整点小时（或 24）", "an hour 0–23 (or 24)");

    /** A problem of one printed time. */
    record Problem(String code, BilingualText expected) {}

    private final String file;
    private final HourEnding latest;
    private final int shiftHours;
    private long rowOfZero;
    private long rowOfTwentyFour;
    private Problem problem = new Problem("import.bad-time", EXPECTED_TIME);

    /**
     * @param latest last hour that can have been measured
     * @param shiftHours added to what is printed: 1 when the file prints the beginning of the hour
     */
    HourLabels(String file, HourEnding latest, int shiftHours) {
        this.file = file;
        this.latest = latest;
        this.shiftHours = shiftHours;
    }

    /** What was wrong when a method last returned {@link #INVALID}. */
    Problem problem() {
        return problem;
    }

    boolean uses24() {
        return rowOfTwentyFour > 0;
    }

    /** An hour from a date as {@code YYYYMMDD} and an hour 0–24; −1 stands for what was no number. */
    long of(int yyyymmdd, int hour, long row) {
        if (yyyymmdd < 0) {
            return invalid("import.bad-date", EXPECTED_DATE);
        }
        return of(
                yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100, hour, CityTime.OFFSET.getTotalSeconds(), row);
    }

    /** An hour from its parts in city time; −1 stands for what was no number. */
    long of(int year, int month, int day, int hour, long row) {
        return of(year, month, day, hour, CityTime.OFFSET.getTotalSeconds(), row);
    }

    /** An hour from a text with date and time, and perhaps an offset. */
    long of(String text, long row) {
        TimeText time = TimeText.parse(text);
        if (!time.isValid()) {
            return invalid("import.bad-time", EXPECTED_TIME);
        }
        return of(time.year(), time.month(), time.day(), time.hour(), time.offsetSeconds(), row);
    }

    private long of(int year, int month, int day, int hour, int offsetSeconds, long row) {
        if (hour < 0 || hour > 24) {
            return invalid("import.bad-hour", EXPECTED_HOUR);
        }
        long epochDay;
        try {
            epochDay = LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return invalid("import.bad-date", EXPECTED_DATE);
        }
        if (year < FIRST_YEAR) {
            return invalid(
                    "import.bad-date", new BilingualText(FIRST_YEAR + " 年以后的日期", "a date not before " + FIRST_YEAR));
        }
        long seconds = (epochDay * 24 + hour + shiftHours) * 3600 - offsetSeconds;
        if (Math.floorMod(seconds, 3600) != 0) {
            return invalid("import.bad-time", EXPECTED_TIME);
        }
        long epochHour = seconds / 3600;
        if (epochHour > latest.epochHour()) {
            return invalid(
                    "import.future",
                    new BilingualText(
                            "不晚于 " + latest + " 的时间（不能导入未来数据）", "a time not after " + latest + " (no future data)"));
        }
        watchMidnight(hour, row);
        return epochHour;
    }

    private void watchMidnight(int hour, long row) {
        if (hour == 0 && rowOfZero == 0) {
            rowOfZero = row;
        } else if (hour == 24 && rowOfTwentyFour == 0) {
            rowOfTwentyFour = row;
        }
        if (rowOfZero > 0 && rowOfTwentyFour > 0) {
            throw new DomainException(new InputError(
                    "import.mixed-midnight",
                    file,
                    row,
                    "",
                    "00:00 @" + rowOfZero + ", 24:00 @" + rowOfTwentyFour,
                    new BilingualText(
                            "午夜只用一种写法：全用 00:00（次日零时）或全用 24:00（当日末时），不可混用",
                            "one way to print midnight: 00:00 throughout, or 24:00 throughout, not both")));
        }
    }

    private long invalid(String code, BilingualText expected) {
        problem = new Problem(code, expected);
        return INVALID;
    }
}
