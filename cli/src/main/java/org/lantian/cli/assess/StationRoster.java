package org.lantian.cli.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.CleanPoint;

/**
 * Which stations belong to which county and city.
 *
 * @param stations one entry for each
 * @param counties all counties to be named, also those without a station
 */
public record StationRoster(List<Entry> stations, List<Place> counties) {

    public StationRoster {
        stations = List.copyOf(stations);
        counties = List.copyOf(counties);
    }

    /**
     * A station.
     *
     * @param station its code
     * @param county its county, if declared
     * @param city its city, if declared
     * @param cleanPoint whether it is a clean comparison point
     */
    public record Entry(String station, Optional<Place> county, Optional<Place> city, CleanPoint cleanPoint) {}

    /**
     * A county or city.
     *
     * @param id how it is named in the output: area code or name
     * @param area its area code, which decides on rules before 2016; empty when only a name is known
     */
    public record Place(String id, Optional<AreaCode> area) {}

    /** Codes of all stations. */
    public Set<String> codes() {
        return stations.stream().map(Entry::station).collect(Collectors.toSet());
    }

    /** Stations by county, also the counties without any. */
    public Map<Place, List<Entry>> byCounty() {
        Map<Place, List<Entry>> byCounty = new LinkedHashMap<>();
        counties.forEach(county -> byCounty.put(county, new ArrayList<>()));
        for (Entry entry : stations) {
            entry.county()
                    .ifPresent(c ->
                            byCounty.computeIfAbsent(c, _ -> new ArrayList<>()).add(entry));
        }
        return byCounty;
    }

    /** Stations by city. */
    public Map<Place, List<Entry>> byCity() {
        Map<Place, List<Entry>> byCity = new LinkedHashMap<>();
        for (Entry entry : stations) {
            entry.city()
                    .ifPresent(c ->
                            byCity.computeIfAbsent(c, _ -> new ArrayList<>()).add(entry));
        }
        return byCity;
    }
}
