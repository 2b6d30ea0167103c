package org.lantian.dispersion.weather;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.lantian.quantities.Check;

/**
 * Name of an hour in the local standard time of the weather file, by the moment at which it ends.
 *
 * @param year four digits
 * @param month 1–12
 * @param day of the month; hour 24 belongs to the day that it ends
 * @param hour 1–24, hour ending
 * @param julianDay day of the year as the file gives it, 1–366
 */
public record HourStamp(int year, int month, int day, int hour, int julianDay) implements Comparable<HourStamp> {

    public HourStamp {
        Check.inRange("year", year, 1900, 2199);
        Check.inRange("hour", hour, 1, 24);
        Check.inRange("julianDay", julianDay, 1, 366);
        try {
            LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such date: " + year + "-" + month + "-" + day, e);
        }
    }

    /** The hour that ends at this hour of this day. */
    public static HourStamp of(LocalDate date, int hour) {
        return new HourStamp(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), hour, date.getDayOfYear());
    }

    public LocalDate date() {
        return LocalDate.of(year, month, day);
    }

    @Override
    public int compareTo(HourStamp other) {
        int byDate = date().compareTo(other.date());
        return byDate != 0 ? byDate : Integer.compare(hour, other.hour);
    }
}
