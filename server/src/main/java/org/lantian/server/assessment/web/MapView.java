package org.lantian.server.assessment.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.QualityFlag;
import org.lantian.quantities.WeatherElement;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.city.Station;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.aqi.HourlyConcentrations;
import org.lantian.standards.aqi.Indicator;
import org.springframework.stereotype.Component;

/** Answers what the air was like everywhere in one hour, and hour by hour. */
@Component
class MapView {

    private final SubjectDirectory subjects;
    private final HourlyReads reads;

    MapView(SubjectDirectory subjects, HourlyReads reads) {
        this.subjects = subjects;
        this.reads = reads;
    }

    AirMap at(HourEnding hour) {
        List<Subject> stations = reads.stations();
        Map<String, Map<Parameter, HourlySeries>> read = reads.read(
                stations, hour.cityDay(), hour.cityDay(), WeatherElement.WIND_SPEED, WeatherElement.WIND_DIRECTION);
        Optional<RuleSet> inForce = reads.inForce(subjects.all().getFirst(), hour.cityDay());
        List<AirMap.MapStation> mapped = stations.stream()
                .filter(subject -> subject.stations().getFirst().current() || hasData(read.get(subject.code())))
                .map(subject -> station(subject, hour, read.getOrDefault(subject.code(), Map.of())))
                .toList();
        return new AirMap(
                hour.toString(),
                Figures.standard(inForce),
                Figures.levels(inForce),
                mapped,
                areas(hour, read),
                inForce.isPresent() ? List.of(Remarks.UNREVIEWED) : List.of(Remarks.UNREVIEWED, Remarks.NO_STANDARD));
    }

    private AirMap.MapStation station(Subject subject, HourEnding hour, Map<Parameter, HourlySeries> series) {
        Station station = subject.stations().getFirst();
        Optional<AqiResult> result = reads.inForce(subject, hour.cityDay())
                .map(rules -> reads.index(series).at(hour, rules));
        return new AirMap.MapStation(
                subject.code(),
                subject.name(),
                station.place().longitudeDegrees(),
                station.place().latitudeDegrees(),
                subject.area().map(Object::toString).orElse(null),
                areaName(subject),
                subject.cityCode(),
                subject.cityName(),
                subject.own(),
                station.cleanPoint().name(),
                Figures.six(pollutant -> value(series, pollutant, hour)),
                indices(result),
                result.map(Figures::aqi).orElse(null),
                flags(series, hour),
                wind(series, hour));
    }

    private @Nullable BilingualText areaName(Subject subject) {
        return subject.area()
                .flatMap(code -> subjects.find("county:" + code))
                .map(Subject::name)
                .orElse(null);
    }

    static AirMap.SixIndices indices(Optional<AqiResult> result) {
        Map<Indicator, Integer> iaqi = result.map(AqiResult::iaqi).orElse(Map.of());
        return new AirMap.SixIndices(
                iaqi.containsKey(Indicator.SO2_1H) ? iaqi.get(Indicator.SO2_1H) : iaqi.get(Indicator.SO2_24H),
                iaqi.get(Indicator.NO2_1H),
                iaqi.get(Indicator.PM10_1H),
                iaqi.get(Indicator.CO_1H),
                iaqi.get(Indicator.O3_1H),
                iaqi.get(Indicator.PM25_1H));
    }

    private static double value(Map<Parameter, HourlySeries> series, Parameter parameter, HourEnding hour) {
        HourlySeries values = series.get(parameter);
        return values == null ? Double.NaN : values.at(hour);
    }

    private static Map<String, List<String>> flags(Map<Parameter, HourlySeries> series, HourEnding hour) {
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (Pollutant pollutant : Pollutant.SIX) {
            HourlySeries values = series.get(pollutant);
            long index = values == null ? -1 : values.indexOf(hour);
            if (values != null && index >= 0 && index < values.hours() && values.flags((int) index) != 0) {
                flags.put(pollutant.code(), QualityFlag.codesIn(values.flags((int) index)));
            }
        }
        return flags;
    }

    private static AirMap.@Nullable Wind wind(Map<Parameter, HourlySeries> series, HourEnding hour) {
        double speed = value(series, WeatherElement.WIND_SPEED, hour);
        double direction = value(series, WeatherElement.WIND_DIRECTION, hour);
        if (Double.isNaN(speed)) {
            return null;
        }
        boolean calm = speed < WindSectors.CALM_BELOW_METRES_PER_SECOND;
        return new AirMap.Wind(
                Math.round(speed * 10) / 10.0, calm || Double.isNaN(direction) ? null : Figures.raw(direction));
    }

    private List<AirMap.MapArea> areas(HourEnding hour, Map<String, Map<Parameter, HourlySeries>> read) {
        List<AirMap.MapArea> areas = new ArrayList<>();
        for (Subject area : subjects.all()) {
            if (area.kind() != Subject.Kind.STATION) {
                areas.add(area(area, hour, read));
            }
        }
        return areas;
    }

    private AirMap.MapArea area(Subject area, HourEnding hour, Map<String, Map<Parameter, HourlySeries>> read) {
        List<Station> counting = subjects.countingOn(area, hour.cityDay());
        List<HourlyConcentrations> hours = counting.stream()
                .map(station -> read.getOrDefault(station.code(), Map.of()))
                .map(series -> concentrations(series, hour))
                .toList();
        int reporting = (int) hours.stream().filter(MapView::isComplete).count();
        HourlyConcentrations mean = reads.areaHour(hour.cityDay(), hours);
        Optional<AqiResult> result =
                reads.inForce(area, hour.cityDay()).map(rules -> rules.aqi().hourly(mean));
        List<Remark> remarks = new ArrayList<>();
        if (counting.isEmpty()) {
            remarks.add(Remarks.NO_STATION);
        } else if (subjects.cleanPointsUnknown(area)) {
            remarks.add(Remarks.CLEAN_POINTS_UNKNOWN);
        }
        return new AirMap.MapArea(
                Figures.subject(area),
                counting.size(),
                reporting,
                new SixValues(
                        Figures.raw(mean.so2()),
                        Figures.raw(mean.no2()),
                        Figures.raw(mean.pm10()),
                        Figures.raw(mean.co()),
                        Figures.raw(mean.o3()),
                        Figures.raw(mean.pm25())),
                result.map(Figures::aqi).orElse(null),
                remarks);
    }

    private static HourlyConcentrations concentrations(Map<Parameter, HourlySeries> series, HourEnding hour) {
        return HourlyConcentrations.of(
                value(series, Pollutant.SO2, hour),
                value(series, Pollutant.NO2, hour),
                value(series, Pollutant.PM10, hour),
                value(series, Pollutant.CO, hour),
                value(series, Pollutant.O3, hour),
                value(series, Pollutant.PM25, hour));
    }

    private static boolean isComplete(HourlyConcentrations c) {
        return c.so2() >= 0 && c.no2() >= 0 && c.pm10() >= 0 && c.co() >= 0 && c.o3() >= 0 && c.pm25() >= 0;
    }

    AirFrames frames(DayRange range) {
        List<Subject> stations = reads.stations();
        Map<String, Map<Parameter, HourlySeries>> read = reads.read(stations, range.from(), range.to());
        List<Subject> withData =
                stations.stream().filter(s -> hasData(read.get(s.code()))).toList();
        int hours = range.length() * HourEnding.SLOTS_PER_DAY;
        List<List<@Nullable Integer>> rows = new ArrayList<>();
        for (Subject subject : withData) {
            short[] indices = reads.index(read.getOrDefault(subject.code(), Map.of()))
                    .indices(range.firstHour(), hours, reads.inForce(subject, range));
            rows.add(nullable(indices));
        }
        return new AirFrames(
                range.firstHour().toString(),
                hours,
                withData.stream().map(Subject::code).toList(),
                rows,
                Figures.levels(reads.inForce(subjects.all().getFirst(), range.to())));
    }

    private static boolean hasData(@Nullable Map<Parameter, HourlySeries> series) {
        return series != null
                && Pollutant.SIX.stream()
                        .map(series::get)
                        .anyMatch(values -> values != null && HourlyReads.hasValue(values));
    }

    static List<@Nullable Integer> nullable(short[] indices) {
        List<@Nullable Integer> list = new ArrayList<>(indices.length);
        IntStream.range(0, indices.length).forEach(i -> list.add(indices[i] < 0 ? null : (Integer) (int) indices[i]));
        return list;
    }
}
