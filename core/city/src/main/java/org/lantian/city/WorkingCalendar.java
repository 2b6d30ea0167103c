package org.lantian.city;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Working days (工作日) of the years for which the State Council's arrangement of holidays is known.
 *
 * <p>Outside these years it answers nothing rather than guessing from weekends, because holidays move working days.
 */
public final class WorkingCalendar {

    private final NavigableMap<LocalDate, CalendarDay> days = new TreeMap<>();
    private final String source;

    /** Every day of whole years without gaps; an empty list where no calendar was built. */
    WorkingCalendar(List<CalendarDay> days, String source) {
        for (CalendarDay day : days) {
            this.days.put(day.date(), day);
        }
        this.source = source;
    }

    public String source() {
        return source;
    }

    public OptionalInt firstYearCovered() {
        return days.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(days.firstKey().getYear());
    }

    public OptionalInt lastYearCovered() {
        return days.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(days.lastKey().getYear());
    }

    /** What is known of the day; empty outside the years covered. */
    public Optional<CalendarDay> findDay(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /** All days of the year in order; none for a year that is not covered. */
    public List<CalendarDay> listYear(int year) {
        return List.copyOf(days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .values());
    }

    /**
     * The day on which this many working days have passed after {@code start}, which itself does not count; empty when
     * that lies beyond the last year covered, so that a deadline warns instead of guessing.
     *
     * @param workingDays ≥ 1
     */
    public Optional<LocalDate> findDeadline(LocalDate start, int workingDays) {
        if (findDay(start).isEmpty()) {
            return Optional.empty();
        }
        return days.tailMap(start, false).values().stream()
                .filter(CalendarDay::working)
                .skip(workingDays - 1L)
                .map(CalendarDay::date)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar that && days.equals(that.days) && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return days.hashCode();
    }
}
