package org.lantian.server.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lantian.city.Role;
import org.lantian.city.StationPeriod;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;
import org.lantian.quantities.LonLat;

/**
 * A station that the database knows: of the city itself or of another one kept for comparison.
 *
 * @param id key in table {@code station}; stable as long as the database lives
 * @param code of the national network, for example 2160A
 * @param name the one that held last; so are place, area and clean point
 * @param area county or functional area for which it is declared; empty for stations of other cities
 * @param cityCode six digits of GB/T 2260
 * @param history all that held under this code, oldest first, at least one
 * @param current false when the pack no longer names the station: its data stay, nothing new is expected
 */
public record Station(
        int id,
        String code,
        BilingualText name,
        LonLat place,
        Optional<AreaCode> area,
        String cityCode,
        BilingualText cityName,
        Role role,
        CleanPoint cleanPoint,
        List<StationPeriod> history,
        boolean current) {

    public Station {
        history = List.copyOf(history);
    }

    /** What held of the station on the day. */
    public Optional<StationPeriod> findPeriod(LocalDate day) {
        return history.stream().filter(period -> period.covers(day)).findFirst();
    }
}
