package org.lantian.server.assessment.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lantian.standards.assessment.DailyValues;

/**
 * The kept days of one subject over a range, every day of it in order.
 *
 * @param first first city day
 * @param days one entry per day, empty where nothing was measured
 */
public record SubjectDays(LocalDate first, List<Optional<StoredDay>> days) {

    public SubjectDays {
        days = List.copyOf(days);
    }

    /** The values of each day, a day without data included. */
    public List<DailyValues> values() {
        return java.util.stream.IntStream.range(0, days.size())
                .mapToObj(i -> days.get(i).map(StoredDay::values).orElseGet(() -> DailyValues.none(first.plusDays(i))))
                .toList();
    }

    public boolean isEmpty() {
        return days.stream().allMatch(Optional::isEmpty);
    }

    /** Greatest number of stations that counted on a day. */
    public int stations() {
        return days.stream()
                .flatMap(Optional::stream)
                .mapToInt(StoredDay::stations)
                .max()
                .orElse(0);
    }

    /** The part of the range from one day to another, both within it. */
    public SubjectDays between(LocalDate from, LocalDate to) {
        int start = (int) (from.toEpochDay() - first.toEpochDay());
        int end = (int) (to.toEpochDay() - first.toEpochDay()) + 1;
        return new SubjectDays(from, days.subList(start, end));
    }
}
