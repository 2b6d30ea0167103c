package org.lantian.server.city.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lantian.city.Area;
import org.lantian.city.Boundaries;
import org.lantian.city.City;
import org.lantian.city.CityPack;
import org.lantian.city.DeclaredObservations;
import org.lantian.city.ResponsibleUnit;
import org.lantian.city.Sector;
import org.lantian.city.SourcePackage;
import org.lantian.city.Target;
import org.lantian.city.Township;
import org.lantian.city.WorkingCalendar;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;

/** The catalogue of one pack and the stations that the database has for it. */
final class PackCatalog implements CityCatalog {

    private final CityPack pack;
    private final List<Station> stations;
    private final Map<String, Station> stationsByCode;

    PackCatalog(CityPack pack, List<Station> stations) {
        this.pack = pack;
        this.stations = List.copyOf(stations);
        this.stationsByCode =
                stations.stream().collect(Collectors.toUnmodifiableMap(Station::code, Function.identity()));
    }

    @Override
    public City city() {
        return pack.city();
    }

    @Override
    public List<Area> areas() {
        return pack.areas();
    }

    @Override
    public List<Station> stations() {
        return stations;
    }

    @Override
    public Optional<Station> findStation(String code) {
        return Optional.ofNullable(stationsByCode.get(code));
    }

    @Override
    public List<Target> targets() {
        return pack.targets();
    }

    @Override
    public List<ResponsibleUnit> units() {
        return pack.units();
    }

    @Override
    public List<Sector> sectors() {
        return pack.sectors();
    }

    @Override
    public List<Township> townships() {
        return pack.townships();
    }

    @Override
    public List<SourcePackage> packages() {
        return pack.packages();
    }

    @Override
    public WorkingCalendar calendar() {
        return pack.calendar();
    }

    @Override
    public Optional<Boundaries> boundaries() {
        return pack.boundaries();
    }

    @Override
    public Optional<Path> boundaryFile() {
        return pack.boundaryFile();
    }

    @Override
    public List<DeclaredObservations> declaredObservations() {
        return pack.observations();
    }

    @Override
    public Path packFolder() {
        return pack.folder();
    }

    @Override
    public String packHash() {
        return pack.hash();
    }
}
