package org.lantian.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;

/**
 * A monitoring station as the pack declares it.
 *
 * @param code of the national network, for example 2160A; the key under which its observations arrive
 * @param cityCode city to which the station belongs
 * @param periods at least one, oldest first, not overlapping
 */
public record DeclaredStation(
        String code, AreaCode cityCode, BilingualText cityName, Role role, List<StationPeriod> periods) {

    public DeclaredStation {
        periods = List.copyOf(periods);
    }

    /** What held last: the name and place under which the station is shown. */
    public StationPeriod latest() {
        return periods.getLast();
    }

    /** What held on the day; empty before the first, after the last, and between two periods. */
    public Optional<StationPeriod> findPeriod(LocalDate day) {
        return periods.stream().filter(period -> period.covers(day)).findFirst();
    }
}
