package org.lantian.standards.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.lantian.quantities.CleanPoint;

/**
 * Daily values of a county or city: the arithmetic mean of its stations' valid values, clean comparison points left
 * out; valid when at least 75 % of the stations are valid.
 *
 * <p>Both rules of the mean are from memory, unverified. Stations' values are not rounded before.
 */
public final class AreaMean {

    private final ValidityRules validity;

    public AreaMean(ValidityRules validity) {
        this.validity = validity;
    }

    /** The daily values of the area of these stations. */
    public AreaDays of(List<StationDays> stations) {
        List<StationDays> counted = stations.stream()
                .filter(station -> station.cleanPoint() != CleanPoint.YES)
                .toList();
        TreeMap<LocalDate, List<DailyValues>> byDay = new TreeMap<>();
        for (StationDays station : counted) {
            for (DailyValues day : station.days()) {
                byDay.computeIfAbsent(day.day(), _ -> new ArrayList<>()).add(day);
            }
        }
        List<DailyValues> days = new ArrayList<>(byDay.size());
        byDay.forEach((day, values) -> days.add(mean(day, values, counted.size())));
        return new AreaDays(
                days,
                codes(counted),
                codes(stations.stream()
                        .filter(station -> station.cleanPoint() == CleanPoint.YES)
                        .toList()),
                remarks(counted));
    }

    private static List<String> codes(List<StationDays> stations) {
        return stations.stream().map(StationDays::station).toList();
    }

    private static Set<AreaRemark> remarks(List<StationDays> counted) {
        Set<AreaRemark> remarks = EnumSet.noneOf(AreaRemark.class);
        if (counted.isEmpty()) {
            remarks.add(AreaRemark.NO_STATION);
        }
        if (counted.stream().anyMatch(station -> station.cleanPoint() == CleanPoint.UNKNOWN)) {
            remarks.add(AreaRemark.CLEAN_POINTS_UNKNOWN);
        }
        return remarks;
    }

    private DailyValues mean(LocalDate day, List<DailyValues> stations, int stationsOfArea) {
        return new DailyValues(
                day,
                mean(stations, DailyValues::so2, stationsOfArea),
                mean(stations, DailyValues::no2, stationsOfArea),
                mean(stations, DailyValues::pm10, stationsOfArea),
                mean(stations, DailyValues::co, stationsOfArea),
                mean(stations, DailyValues::o3Max1h, stationsOfArea),
                mean(stations, DailyValues::o3Max8h, stationsOfArea),
                mean(stations, DailyValues::pm25, stationsOfArea));
    }

    private DailyValue mean(List<DailyValues> stations, Function<DailyValues, DailyValue> part, int stationsOfArea) {
        // sorted, so that the order of the stations cannot change the last bit of the sum
        double[] valid = stations.stream()
                .map(part)
                .filter(DailyValue::valid)
                .mapToDouble(DailyValue::value)
                .sorted()
                .toArray();
        if (valid.length == 0) {
            return DailyValue.NONE;
        }
        double sum = 0;
        for (double value : valid) {
            sum += value;
        }
        boolean enough = 100 * valid.length >= validity.validStationSharePercent() * stationsOfArea;
        return new DailyValue(sum / valid.length, valid.length, enough);
    }
}
