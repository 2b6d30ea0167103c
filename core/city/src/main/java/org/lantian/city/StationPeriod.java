package org.lantian.city;

import java.time.LocalDate;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;
import org.lantian.quantities.LonLat;

/**
 * What holds of a station code during one period: a code keeps, its name and place change when the station is moved.
 *
 * @param place WGS-84
 * @param area county or functional area for which the station is declared; empty for stations of other cities
 * @param validFrom first day; empty when open to the past
 * @param validTo last day; empty when open to the future
 */
public record StationPeriod(
        BilingualText name,
        LonLat place,
        Optional<AreaCode> area,
        CleanPoint cleanPoint,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Provenance provenance) {

    /** Whether this holds on the day. */
    public boolean covers(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }

    boolean overlaps(StationPeriod other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(StationPeriod other) {
        return validFrom.isEmpty()
                || other.validTo.isEmpty()
                || !validFrom.get().isAfter(other.validTo.get());
    }
}
