package org.lantian.quantities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * One hour, named by the instant at which it ends (时段终点).
 *
 * <p>The hour that ends at 2026-03-01T00:00 city time is the last hour of 28 February: it is slot 24 of that city
 * day. National files print the end of the hour as date and hour 0–23, so their hour 0 belongs to the day before.
 *
 * @param epochHour hours since 1970-01-01T00:00Z at which the hour ends
 */
public record HourEnding(long epochHour) implements Comparable<HourEnding> {

    /** Slots of a city day: slot 1 ends at 01:00, slot 24 at 00:00 of the next date. */
    public static final int SLOTS_PER_DAY = 24;

    private static final long OFFSET_HOURS = CityTime.OFFSET.getTotalSeconds() / 3600;
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:00", Locale.ROOT);

    /** The hour ending at this date and printed hour in city time; hour 24 is hour 0 of the next date. */
    public static HourEnding at(LocalDate date, int hour) {
        Check.inRange("hour", hour, 0, 24);
        return new HourEnding(date.toEpochDay() * 24 + hour - OFFSET_HOURS);
    }

    /** The hour that fills this slot (1–24) of a city day. */
    public static HourEnding ofSlot(LocalDate cityDay, int slot) {
        Check.inRange("slot", slot, 1, SLOTS_PER_DAY);
        return at(cityDay, slot);
    }

    /** Reads {@code YYYY-MM-DDTHH:00} in city time. */
    public static HourEnding parse(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            if (time.getMinute() == 0 && time.getSecond() == 0 && time.getNano() == 0) {
                return at(time.toLocalDate(), time.getHour());
            }
        } catch (DateTimeParseException e) {
            // reported below with what was expected
        }
        throw new IllegalArgumentException("time is \"" + text
                + "\", expected YYYY-MM-DDTHH:00 in city time (+08:00), for example 2019-01-01T08:00");
    }

    /** The city day to which this hour belongs; it decides which rule is in force. */
    public LocalDate cityDay() {
        return LocalDate.ofEpochDay(Math.floorDiv(epochHour + OFFSET_HOURS - 1, 24L));
    }

    /** Position in the city day, 1 (ending 01:00) to 24 (ending 00:00 of the next date). */
    public int slot() {
        return (int) Math.floorMod(epochHour + OFFSET_HOURS - 1, 24L) + 1;
    }

    public HourEnding plusHours(long hours) {
        return new HourEnding(epochHour + hours);
    }

    public Instant instant() {
        return Instant.ofEpochSecond(epochHour * 3600);
    }

    /** City date and time at which the hour ends. */
    public LocalDateTime cityDateTime() {
        return LocalDateTime.ofEpochSecond(epochHour * 3600, 0, CityTime.OFFSET);
    }

    @Override
    public int compareTo(HourEnding other) {
        return Long.compare(epochHour, other.epochHour);
    }

    /** {@code YYYY-MM-DDTHH:00}, city time. */
    @Override
    public String toString() {
        return PRINTED.format(cityDateTime());
    }
}
