package org.lantian.server.assessment.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.city.Area;
import org.lantian.city.Role;
import org.lantian.city.StationPeriod;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subjects of the catalogue; gives each a row in {@code air_subject}. */
@Component
class CatalogSubjects implements SubjectDirectory {

    private final List<Subject> all;
    private final Map<String, Subject> byKey = new LinkedHashMap<>();

    CatalogSubjects(CityCatalog catalog, JdbcClient jdbc) {
        SubjectIds ids = new SubjectIds(jdbc);
        List<Subject> subjects = new ArrayList<>();
        String cityCode = catalog.city().code().value();
        subjects.add(city(ids, cityCode, catalog.city().name(), catalog.stations(Role.OWN), true));
        for (Area area : catalog.areas()) {
            subjects.add(area(ids, catalog, area));
        }
        catalog.stations().stream()
                .filter(station -> station.role() == Role.OWN)
                .forEach(station -> subjects.add(station(ids, station)));
        peersByCity(catalog).forEach((code, stations) -> {
            subjects.add(city(ids, code, stations.getFirst().cityName(), stations, false));
            stations.forEach(station -> subjects.add(station(ids, station)));
        });
        this.all = List.copyOf(subjects);
        all.forEach(subject -> byKey.put(subject.key(), subject));
    }

    private static Map<String, List<Station>> peersByCity(CityCatalog catalog) {
        Map<String, List<Station>> byCity = new LinkedHashMap<>();
        catalog.stations().stream()
                .filter(station -> station.role() == Role.PEER)
                .forEach(station -> byCity.computeIfAbsent(station.cityCode(), code -> new ArrayList<>())
                        .add(station));
        return byCity;
    }

    private static Subject city(SubjectIds ids, String code, BilingualText name, List<Station> stations, boolean own) {
        return new Subject(
                ids.of(Subject.Kind.CITY, code),
                Subject.Kind.CITY,
                code,
                name,
                code,
                name,
                Optional.empty(),
                own,
                stations);
    }

    private static Subject area(SubjectIds ids, CityCatalog catalog, Area area) {
        List<Station> stations = catalog.stations(Role.OWN).stream()
                .filter(station -> station.history().stream()
                        .anyMatch(period ->
                                period.area().filter(area.code()::equals).isPresent()))
                .toList();
        String code = area.code().value();
        return new Subject(
                ids.of(Subject.Kind.COUNTY, code),
                Subject.Kind.COUNTY,
                code,
                area.name(),
                catalog.city().code().value(),
                catalog.city().name(),
                Optional.empty(),
                true,
                stations);
    }

    private static Subject station(SubjectIds ids, Station station) {
        return new Subject(
                ids.of(Subject.Kind.STATION, station.code()),
                Subject.Kind.STATION,
                station.code(),
                station.name(),
                station.cityCode(),
                station.cityName(),
                station.area(),
                station.role() == Role.OWN,
                List.of(station));
    }

    @Override
    public List<Subject> all() {
        return all;
    }

    @Override
    public Optional<Subject> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Optional<Subject> findStation(String code) {
        return find(Subject.Kind.STATION.code() + ":" + code);
    }

    @Override
    public List<Station> countingOn(Subject subject, LocalDate day) {
        if (subject.kind() == Subject.Kind.STATION) {
            return subject.stations();
        }
        return subject.stations().stream()
                .filter(station -> station.findPeriod(day)
                        .filter(period -> period.cleanPoint() != CleanPoint.YES && belongs(subject, period))
                        .isPresent())
                .toList();
    }

    private static boolean belongs(Subject subject, StationPeriod period) {
        return subject.kind() == Subject.Kind.CITY
                || period.area()
                        .filter(code -> code.value().equals(subject.code()))
                        .isPresent();
    }

    @Override
    public boolean cleanPointsUnknown(Subject subject) {
        return subject.kind() != Subject.Kind.STATION
                && subject.stations().stream().anyMatch(station -> station.cleanPoint() == CleanPoint.UNKNOWN);
    }
}
