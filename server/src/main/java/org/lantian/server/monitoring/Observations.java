package org.lantian.server.monitoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;

/** Hourly values as they were measured, with flags. */
public interface Observations {

    /**
     * Values of stations over whole city days, both included.
     *
     * @param stationCodes codes that the city pack names; others are left out
     * @param parameters pollutants of the six and weather elements
     * @return a series for each known station and each parameter over all the days, in the order of the codes; hours
     *     without a value are missing in it
     */
    List<StationSeries> read(
            Collection<String> stationCodes,
            Collection<? extends Parameter> parameters,
            LocalDate firstDay,
            LocalDate lastDay);

    /** First hour for which any station has a value. */
    Optional<HourEnding> earliestHour();

    /** Last hour for which any station has a value. */
    Optional<HourEnding> latestHour();

    /**
     * What one station measured.
     *
     * @param series one for each parameter asked for
     */
    record StationSeries(String stationCode, Map<Parameter, HourlySeries> series) {

        public StationSeries {
            series = Map.copyOf(series);
        }
    }
}
