package org.lantian.cli.assess;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lantian.city.CityPack;
import org.lantian.city.CityPackReader;
import org.lantian.city.DeclaredStation;
import org.lantian.city.StationPeriod;
import org.lantian.quantities.AreaCode;

/** The stations of a city pack, its own and those of its peers, as they were at the end of a year. */
public final class PackRoster {

    private PackRoster() {}

    /** Reads a pack; fails when it has an error. */
    public static StationRoster read(Path folder, int year) {
        CityPack pack = CityPackReader.load(folder);
        LocalDate endOfYear = LocalDate.of(year, 12, 31);
        List<StationRoster.Entry> entries = pack.stations().stream()
                .map(station -> entry(station, station.findPeriod(endOfYear).orElse(station.latest())))
                .toList();
        List<StationRoster.Place> counties = pack.areas().stream()
                .filter(area -> !area.code().equals(pack.city().code()))
                .map(area -> place(area.code()))
                .toList();
        return new StationRoster(entries, counties);
    }

    private static StationRoster.Entry entry(DeclaredStation station, StationPeriod period) {
        return new StationRoster.Entry(
                station.code(),
                period.area().map(PackRoster::place),
                Optional.of(place(station.cityCode())),
                period.cleanPoint());
    }

    private static StationRoster.Place place(AreaCode code) {
        return new StationRoster.Place(code.value(), Optional.of(code));
    }
}
