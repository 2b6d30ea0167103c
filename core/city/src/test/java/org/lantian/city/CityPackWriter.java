package org.lantian.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lantian.quantities.Pollutant;

/** Writes a pack in the form in which the reader reads it; the reference against which the reader is tested. */
final class CityPackWriter {

    private final Path folder;

    private CityPackWriter(Path folder) {
        this.folder = folder;
    }

    static void write(CityPack pack, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("generated"));
        Files.createDirectories(folder.resolve("mappings"));
        CityPackWriter writer = new CityPackWriter(folder);
        writer.city(pack.city());
        writer.areas(pack.areas());
        writer.stations(pack.stations());
        writer.campaign(pack);
        writer.sources(pack);
        writer.generated(pack);
    }

    private void city(City city) throws IOException {
        table(CityFile.NAME, CityFile.COLUMNS, csv -> {
            csv.writeRecord("code", city.code().value(), "s", "read");
            csv.writeRecord("name_zh", city.name().zh(), "s", "read");
            csv.writeRecord("name_en", city.name().en(), "s", "read");
            csv.writeRecord("utc_offset", "+08:00", "s", "read");
            csv.writeRecord("map_longitude", number(city.mapCentre().longitudeDegrees()), "s", "read");
            csv.writeRecord("map_latitude", number(city.mapCentre().latitudeDegrees()), "s", "read");
            csv.writeRecord("map_zoom", number(city.mapZoom()), "s", "read");
            csv.writeRecord("pack_version", city.packVersion(), "s", "read");
        });
    }

    private void areas(List<Area> areas) throws IOException {
        table(
                AreaFile.NAME,
                AreaFile.COLUMNS,
                csv -> areas.forEach(area -> csv.writeRecord(
                        area.code().value(),
                        area.name().zh(),
                        area.name().en(),
                        area.kind().code(),
                        area.parent().value(),
                        text(area.validFrom()),
                        area.provenance().source(),
                        area.provenance().status().code())));
    }

    private void stations(List<DeclaredStation> stations) throws IOException {
        table(StationFiles.OWN, StationFiles.OWN_COLUMNS, csv -> {
            for (DeclaredStation station : stations) {
                if (station.role() == Role.OWN) {
                    station.periods()
                            .forEach(period -> csv.writeRecord(
                                    station.code(),
                                    period.name().zh(),
                                    period.name().en(),
                                    number(period.place().longitudeDegrees()),
                                    number(period.place().latitudeDegrees()),
                                    text(period.area()),
                                    period.cleanPoint().code(),
                                    text(period.validFrom()),
                                    text(period.validTo()),
                                    period.provenance().source(),
                                    period.provenance().status().code()));
                }
            }
        });
        table(StationFiles.PEERS, StationFiles.PEER_COLUMNS, csv -> {
            for (DeclaredStation station : stations) {
                if (station.role() == Role.PEER) {
                    StationPeriod period = station.latest();
                    csv.writeRecord(
                            station.cityCode().value(),
                            station.cityName().zh(),
                            station.cityName().en(),
                            station.code(),
                            period.name().zh(),
                            period.name().en(),
                            number(period.place().longitudeDegrees()),
                            number(period.place().latitudeDegrees()),
                            period.cleanPoint().code(),
                            period.provenance().source(),
                            period.provenance().status().code());
                }
            }
        });
    }

    private void campaign(CityPack pack) throws IOException {
        table(
                CampaignFiles.UNITS,
                CampaignFiles.UNIT_COLUMNS,
                csv -> pack.units()
                        .forEach(unit -> csv.writeRecord(
                                unit.code(),
                                unit.name().zh(),
                                unit.name().en(),
                                unit.kind().code(),
                                text(unit.area()),
                                unit.provenance().source(),
                                unit.provenance().status().code())));
        table(
                CampaignFiles.SECTORS,
                CampaignFiles.SECTOR_COLUMNS,
                csv -> pack.sectors()
                        .forEach(sector -> csv.writeRecord(
                                sector.code(),
                                sector.name().zh(),
                                sector.name().en(),
                                sector.kind().code(),
                                sector.battle(),
                                sector.provenance().source(),
                                sector.provenance().status().code())));
        table(
                CampaignFiles.TARGETS,
                CampaignFiles.TARGET_COLUMNS,
                csv -> pack.targets()
                        .forEach(target -> csv.writeRecord(
                                Integer.toString(target.year()),
                                target.scope().value(),
                                target.pollutant().map(Pollutant::code).orElse(""),
                                target.statistic().code(),
                                target.value().toPlainString(),
                                target.unit(),
                                target.provenance().source(),
                                target.provenance().status().code())));
    }

    private void sources(CityPack pack) throws IOException {
        table(
                SourceFiles.PACKAGES,
                SourceFiles.PACKAGE_COLUMNS,
                csv -> pack.packages()
                        .forEach(source -> csv.writeRecord(
                                source.use().code(),
                                source.name(),
                                source.version(),
                                source.file(),
                                source.datum().map(Datum::code).orElse(""),
                                source.provenance().source(),
                                source.provenance().status().code())));
        table(
                SourceFiles.BOUNDARY_NAMES,
                SourceFiles.BOUNDARY_NAME_COLUMNS,
                csv -> pack.boundaryNames()
                        .forEach(name -> csv.writeRecord(
                                name.featureName(),
                                name.area().value(),
                                name.provenance().source(),
                                name.provenance().status().code())));
        table(
                SourceFiles.OBSERVATIONS,
                SourceFiles.OBSERVATION_COLUMNS,
                csv -> pack.observations()
                        .forEach(observations -> csv.writeRecord(
                                observations.glob(),
                                observations.format().code(),
                                observations.mapping().orElse(""),
                                observations.provenance().source(),
                                observations.provenance().status().code())));
        for (DeclaredObservations observations : pack.observations()) {
            if (observations.mapping().isPresent()) {
                Files.writeString(folder.resolve(observations.mapping().get()), "column,as,unit\n");
            }
        }
    }

    private void generated(CityPack pack) throws IOException {
        table(
                GeneratedFiles.TOWNSHIPS,
                GeneratedFiles.TOWNSHIP_COLUMNS,
                csv -> pack.townships()
                        .forEach(township -> csv.writeRecord(
                                township.code(),
                                township.name(),
                                township.area().value(),
                                township.source())));
        table(GeneratedFiles.WORKING_DAYS, GeneratedFiles.WORKING_DAY_COLUMNS, csv -> {
            if (pack.calendar().firstYearCovered().isPresent()) {
                int first = pack.calendar().firstYearCovered().getAsInt();
                int last = pack.calendar().lastYearCovered().getAsInt();
                for (int year = first; year <= last; year++) {
                    pack.calendar()
                            .listYear(year)
                            .forEach(day -> csv.writeRecord(
                                    day.date().toString(),
                                    day.working() ? "yes" : "no",
                                    day.name().zh(),
                                    day.name().en(),
                                    pack.calendar().source()));
                }
            }
        });
    }

    private interface Rows {
        void writeTo(CsvWriter csv);
    }

    private void table(String file, List<String> columns, Rows rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve(file))) {
            csv.writeRecord(columns);
            rows.writeTo(csv);
        }
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
