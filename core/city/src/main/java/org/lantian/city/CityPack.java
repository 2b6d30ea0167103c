package org.lantian.city;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lantian.quantities.AreaCode;

/**
 * All that a pack says of its city. Checked: what one part refers to is there in the other.
 *
 * @param folder from which it was read
 * @param hash SHA-256 over all files of the pack, hexadecimal: tells whether a pack changed
 * @param stations own first, then those of other cities, each in the order of the files
 * @param boundaries of the areas in WGS-84; empty when the pack was not built
 * @param townships empty when the pack was not built
 */
public record CityPack(
        Path folder,
        String hash,
        City city,
        List<Area> areas,
        List<DeclaredStation> stations,
        List<ResponsibleUnit> units,
        List<Sector> sectors,
        List<Target> targets,
        List<SourcePackage> packages,
        List<BoundaryName> boundaryNames,
        List<DeclaredObservations> observations,
        List<Township> townships,
        Optional<Boundaries> boundaries,
        WorkingCalendar calendar) {

    public CityPack {
        areas = List.copyOf(areas);
        stations = List.copyOf(stations);
        units = List.copyOf(units);
        sectors = List.copyOf(sectors);
        targets = List.copyOf(targets);
        packages = List.copyOf(packages);
        boundaryNames = List.copyOf(boundaryNames);
        observations = List.copyOf(observations);
        townships = List.copyOf(townships);
    }

    /** The file of the outlines, GeoJSON in WGS-84 with the area's code in property {@code code}; empty when not built. */
    public Optional<Path> boundaryFile() {
        return boundaries.map(outlines -> folder.resolve(GeneratedFiles.BOUNDARIES));
    }

    public Optional<Area> findArea(AreaCode code) {
        return areas.stream().filter(area -> area.code().equals(code)).findFirst();
    }

    public Optional<DeclaredStation> findStation(String code) {
        return stations.stream().filter(station -> station.code().equals(code)).findFirst();
    }

    public List<DeclaredStation> ownStations() {
        return stations.stream().filter(station -> station.role() == Role.OWN).toList();
    }

    public List<DeclaredStation> peerStations() {
        return stations.stream().filter(station -> station.role() == Role.PEER).toList();
    }
}
