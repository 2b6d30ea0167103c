package org.lantian.server.city.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.city.CalendarDay;
import org.lantian.quantities.BilingualText;
import org.lantian.server.city.CityCatalog;

/**
 * The working days of one year.
 *
 * @param covered false when the arrangement of holidays of this year is not known: then there are no days, and weekends
 *     are no substitute
 * @param days all days of the year in order
 */
record CalendarView(int year, boolean covered, CityView.CalendarCoverage coverage, List<DayView> days) {

    /**
     * One day.
     *
     * @param working whether offices work
     * @param name of the holiday, or of the holiday for which a weekend day is worked; null on ordinary days
     */
    record DayView(
            LocalDate date, boolean working, @Nullable BilingualText name) {

        static DayView of(CalendarDay day) {
            return new DayView(day.date(), day.working(), day.name().zh().isEmpty() ? null : day.name());
        }
    }

    static CalendarView of(CityCatalog catalog, int year) {
        List<DayView> days =
                catalog.calendar().listYear(year).stream().map(DayView::of).toList();
        return new CalendarView(year, !days.isEmpty(), CityView.CalendarCoverage.of(catalog), days);
    }
}
