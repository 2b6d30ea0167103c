package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.lantian.quantities.HourEnding;

/**
 * Whole city days, both ends included.
 *
 * @param from first city day
 * @param to last city day, not before {@code from}
 */
record DayRange(LocalDate from, LocalDate to) {

    static DayRange ofYear(int year) {
        return new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static DayRange ofMonth(YearMonth month) {
        return new DayRange(month.atDay(1), month.atEndOfMonth());
    }

    int length() {
        return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    }

    List<LocalDate> days() {
        return Stream.iterate(from, day -> day.plusDays(1)).limit(length()).toList();
    }

    HourEnding firstHour() {
        return HourEnding.ofSlot(from, 1);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The same days a year before; 29 February becomes 28 February. */
    DayRange yearBefore() {
        boolean endOfFebruary = to.getMonthValue() == 2 && to.getDayOfMonth() == to.lengthOfMonth();
        LocalDate end = to.minusYears(1);
        return new DayRange(from.minusYears(1), endOfFebruary ? end.withDayOfMonth(end.lengthOfMonth()) : end);
    }
}
