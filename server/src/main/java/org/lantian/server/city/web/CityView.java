package org.lantian.server.city.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.city.Area;
import org.lantian.city.Provenance;
import org.lantian.city.ResponsibleUnit;
import org.lantian.city.Role;
import org.lantian.city.Sector;
import org.lantian.city.SourcePackage;
import org.lantian.city.StationPeriod;
import org.lantian.city.Target;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;

/**
 * The city as clients see it.
 *
 * @param code of the city by GB/T 2260
 * @param packHash SHA-256 of the city pack
 * @param stations the city's own
 * @param peerCities other cities whose stations are kept for comparison
 * @param formerStations that the pack no longer names but whose data are kept
 * @param packages from which boundaries, townships and working days were taken
 * @param hasBoundaries whether outlines of the areas can be had
 */
record CityView(
        String code,
        BilingualText name,
        String packVersion,
        String packHash,
        MapView map,
        List<AreaView> areas,
        List<StationView> stations,
        List<PeerCityView> peerCities,
        List<StationView> formerStations,
        List<UnitView> units,
        List<SectorView> sectors,
        List<TargetView> targets,
        List<PackageView> packages,
        CalendarCoverage calendar,
        boolean hasBoundaries) {

    private static final String STATUSES = "read, inferred, unverified or example";

    /** Where the map opens; WGS-84. */
    record MapView(double longitude, double latitude, double zoom) {}

    /** Where a fact comes from and how far it can be trusted. */
    record SourceView(
            String source,

            @Schema(
                    description = STATUSES,
                    allowableValues = {"read", "inferred", "unverified", "example"})
            String status) {

        static SourceView of(Provenance provenance) {
            return new SourceView(provenance.source(), provenance.status().code());
        }
    }

    /** A county or functional area. */
    record AreaView(
            String code,
            BilingualText name,

            @Schema(allowableValues = {"county", "functional"})
            String kind,

            String parent,
            @Nullable LocalDate validFrom,
            SourceView provenance) {

        static AreaView of(Area area) {
            return new AreaView(
                    area.code().value(),
                    area.name(),
                    area.kind().code(),
                    area.parent().value(),
                    area.validFrom().orElse(null),
                    SourceView.of(area.provenance()));
        }
    }

    /** A station; name, place and area are those that held last. */
    record StationView(
            String code,
            BilingualText name,
            double longitude,
            double latitude,
            @Nullable String area,
            String cityCode,
            @Schema(allowableValues = {"own", "peer"}) String role,

            @Schema(allowableValues = {"yes", "no", "unknown"})
            String cleanPoint,

            List<PeriodView> history) {

        static StationView of(Station station) {
            return new StationView(
                    station.code(),
                    station.name(),
                    station.place().longitudeDegrees(),
                    station.place().latitudeDegrees(),
                    station.area().map(AreaCode::value).orElse(null),
                    station.cityCode(),
                    station.role().code(),
                    station.cleanPoint().code(),
                    station.history().stream().map(PeriodView::of).toList());
        }
    }

    /** What held of a station during a period; null dates are open ends. */
    record PeriodView(
            BilingualText name,
            double longitude,
            double latitude,
            @Nullable String area,

            @Schema(allowableValues = {"yes", "no", "unknown"})
            String cleanPoint,

            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            SourceView provenance) {

        static PeriodView of(StationPeriod period) {
            return new PeriodView(
                    period.name(),
                    period.place().longitudeDegrees(),
                    period.place().latitudeDegrees(),
                    period.area().map(AreaCode::value).orElse(null),
                    period.cleanPoint().code(),
                    period.validFrom().orElse(null),
                    period.validTo().orElse(null),
                    SourceView.of(period.provenance()));
        }
    }

    /** Another city and its stations. */
    record PeerCityView(String code, BilingualText name, List<StationView> stations) {}

    /** A unit with a role in the campaign. */
    record UnitView(
            String code,
            BilingualText name,

            @Schema(allowableValues = {"office", "department", "area"})
            String kind,

            @Nullable String area,
            SourceView provenance) {

        static UnitView of(ResponsibleUnit unit) {
            return new UnitView(
                    unit.code(),
                    unit.name(),
                    unit.kind().code(),
                    unit.area().map(AreaCode::value).orElse(null),
                    SourceView.of(unit.provenance()));
        }
    }

    /** A battle of the campaign or an industrial sector that it is about. */
    record SectorView(
            String code,
            BilingualText name,
            @Schema(allowableValues = {"battle", "sector"}) String kind,
            String battle,
            SourceView provenance) {

        static SectorView of(Sector sector) {
            return new SectorView(
                    sector.code(),
                    sector.name(),
                    sector.kind().code(),
                    sector.battle(),
                    SourceView.of(sector.provenance()));
        }
    }

    /** What is to be reached in a year; a target whose status is {@code example} is made up and must be shown as such. */
    record TargetView(
            int year,
            String scope,
            @Nullable String pollutant,

            @Schema(
                    allowableValues = {
                        "annual-mean",
                        "annual-percentile",
                        "good-days-ratio",
                        "heavy-pollution-days",
                        "composite-index"
                    })
            String statistic,

            BigDecimal value,
            String unit,
            SourceView provenance) {

        static TargetView of(Target target) {
            return new TargetView(
                    target.year(),
                    target.scope().value(),
                    target.pollutant().map(Pollutant::code).orElse(null),
                    target.statistic().code(),
                    target.value(),
                    target.unit(),
                    SourceView.of(target.provenance()));
        }
    }

    /** A package of the npm registry. */
    record PackageView(
            @Schema(allowableValues = {"boundaries", "townships", "calendar"})
            String use,

            String name,
            String version,
            String file,
            SourceView provenance) {

        static PackageView of(SourcePackage source) {
            return new PackageView(
                    source.use().code(),
                    source.name(),
                    source.version(),
                    source.file(),
                    SourceView.of(source.provenance()));
        }
    }

    /** Years for which working days are known; null when none are. */
    record CalendarCoverage(
            @Nullable Integer firstYear, @Nullable Integer lastYear, String source) {

        static CalendarCoverage of(CityCatalog catalog) {
            var calendar = catalog.calendar();
            return new CalendarCoverage(
                    calendar.firstYearCovered().isPresent()
                            ? calendar.firstYearCovered().getAsInt()
                            : null,
                    calendar.lastYearCovered().isPresent()
                            ? calendar.lastYearCovered().getAsInt()
                            : null,
                    calendar.source());
        }
    }

    static CityView of(CityCatalog catalog) {
        return new CityView(
                catalog.city().code().value(),
                catalog.city().name(),
                catalog.city().packVersion(),
                catalog.packHash(),
                new MapView(
                        catalog.city().mapCentre().longitudeDegrees(),
                        catalog.city().mapCentre().latitudeDegrees(),
                        catalog.city().mapZoom()),
                catalog.areas().stream().map(AreaView::of).toList(),
                catalog.stations(Role.OWN).stream().map(StationView::of).toList(),
                peerCities(catalog),
                catalog.stations().stream()
                        .filter(station -> !station.current())
                        .map(StationView::of)
                        .toList(),
                catalog.units().stream().map(UnitView::of).toList(),
                catalog.sectors().stream().map(SectorView::of).toList(),
                catalog.targets().stream().map(TargetView::of).toList(),
                catalog.packages().stream().map(PackageView::of).toList(),
                CalendarCoverage.of(catalog),
                catalog.boundaries().isPresent());
    }

    private static List<PeerCityView> peerCities(CityCatalog catalog) {
        Map<String, List<Station>> byCity = new LinkedHashMap<>();
        for (Station station : catalog.stations(Role.PEER)) {
            byCity.computeIfAbsent(station.cityCode(), code -> new ArrayList<>())
                    .add(station);
        }
        return byCity.values().stream()
                .map(stations -> new PeerCityView(
                        stations.getFirst().cityCode(),
                        stations.getFirst().cityName(),
                        stations.stream().map(StationView::of).toList()))
                .toList();
    }
}
