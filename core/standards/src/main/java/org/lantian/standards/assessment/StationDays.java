package org.lantian.standards.assessment;

import java.util.List;
import org.lantian.quantities.CleanPoint;

/**
 * The daily values of one station.
 *
 * @param station its code
 * @param cleanPoint whether it is a clean comparison point
 * @param days any number of city days, each at most once
 */
public record StationDays(String station, CleanPoint cleanPoint, List<DailyValues> days) {
    public StationDays {
        days = List.copyOf(days);
    }
}
