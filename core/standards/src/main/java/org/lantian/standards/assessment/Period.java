package org.lantian.standards.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lantian.quantities.Check;

/**
 * A span of city days, both ends included.
 *
 * @param first first day
 * @param last last day, not before the first
 */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        Check.that(!last.isBefore(first), "last is " + last + ", expected a day from " + first + " on");
    }

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static Period ofMonth(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether it is one whole calendar year. */
    public boolean isYear() {
        return equals(ofYear(first.getYear()));
    }

    /** The part up to and including a day within it. */
    public Period upTo(LocalDate asOf) {
        return asOf.isBefore(last) ? new Period(first, asOf) : this;
    }

    /** The same calendar days a year earlier; 29 February becomes 28 February, and a whole month stays whole. */
    public Period yearBefore() {
        boolean endsMonth = last.equals(YearMonth.from(last).atEndOfMonth());
        LocalDate end = last.minusYears(1);
        return new Period(first.minusYears(1), endsMonth ? YearMonth.from(end).atEndOfMonth() : end);
    }

    /** The calendar months that it touches. */
    public List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth m = YearMonth.from(first); !m.isAfter(YearMonth.from(last)); m = m.plusMonths(1)) {
            months.add(m);
        }
        return months;
    }

    /** How many of its days lie in a month. */
    public int daysIn(YearMonth month) {
        LocalDate from = month.atDay(1).isBefore(first) ? first : month.atDay(1);
        LocalDate to = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(from, to) + 1));
    }

    /** ISO form {@code first/last}. */
    @Override
    public String toString() {
        return first + "/" + last;
    }
}
