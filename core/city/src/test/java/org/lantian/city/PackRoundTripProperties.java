package org.lantian.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;
import org.lantian.quantities.LonLat;
import org.lantian.quantities.Pollutant;

@Label("A pack that is written and read again")
class PackRoundTripProperties {

    private static final AreaCode CITY = new AreaCode("990100");

    private Path folder = Path.of("");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("lantian-pack");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 150)
    @Label("is the same, whatever its texts, numbers, dates and sizes")
    void isTheSame(@ForAll long seed) throws IOException {
        CityPack pack = new AnyPack(seed).make(folder);
        CityPackWriter.write(pack, folder);

        PackReading reading = CityPackReader.read(folder);

        assertThat(reading.errors()).isEmpty();
        CityPack read = reading.pack().orElseThrow();
        assertThat(read).usingRecursiveComparison().ignoringFields("hash").isEqualTo(pack);
        assertThat(read.hash()).isEqualTo(CityPackReader.load(folder).hash());
    }

    /** Makes a pack that keeps all the rules, from a seed. */
    private static final class AnyPack {

        /** What CSV and encodings trip over. */
        private static final List<String> TEXTS =
                List.of("城区", "a, b", "say \"yes\"", "Lüliang", "𠮷野家", "'", "1", "read", "x\ny", "-", "#");

        private final Random random;

        AnyPack(long seed) {
            this.random = new Random(seed);
        }

        CityPack make(Path folder) {
            List<Area> areas = areas();
            City city = new City(CITY, name(), text(), place(), 3 + random.nextInt(14));
            List<DeclaredStation> stations = new ArrayList<>(ownStations(areas, city.name()));
            stations.addAll(peers());
            return new CityPack(
                    folder,
                    "",
                    city,
                    areas,
                    stations,
                    units(areas),
                    sectors(),
                    targets(areas),
                    packages(),
                    names(areas),
                    observations(),
                    townships(areas),
                    Optional.empty(),
                    calendar());
        }

        private List<Area> areas() {
            List<Area> areas = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                areas.add(area(new AreaCode("9901%02d".formatted(i + 1)), AreaKind.COUNTY, CITY));
            }
            if (random.nextBoolean()) {
                areas.add(area(
                        new AreaCode("990101-kfq"),
                        AreaKind.FUNCTIONAL,
                        random.nextBoolean() ? CITY : areas.getFirst().code()));
            }
            return areas;
        }

        private Area area(AreaCode code, AreaKind kind, AreaCode parent) {
            return new Area(code, name(), kind, parent, maybe(day()), provenance());
        }

        private List<DeclaredStation> ownStations(List<Area> areas, BilingualText cityName) {
            List<DeclaredStation> stations = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                List<StationPeriod> periods = new ArrayList<>();
                int moves = random.nextInt(3);
                LocalDate from = day();
                for (int k = 0; k <= moves; k++) {
                    LocalDate to = from.plusDays(random.nextInt(400));
                    periods.add(new StationPeriod(
                            name(),
                            place(),
                            Optional.of(pick(areas).code()),
                            pick(CleanPoint.values()),
                            k == 0 && random.nextBoolean() ? Optional.empty() : Optional.of(from),
                            k == moves && random.nextBoolean() ? Optional.empty() : Optional.of(to),
                            provenance()));
                    from = to.plusDays(1 + random.nextInt(30));
                }
                stations.add(new DeclaredStation("S" + i, CITY, cityName, Role.OWN, periods));
            }
            return stations;
        }

        private List<DeclaredStation> peers() {
            List<DeclaredStation> stations = new ArrayList<>();
            for (int city = 2; city < 2 + random.nextInt(4); city++) {
                BilingualText name = name();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    StationPeriod period = new StationPeriod(
                            name(),
                            place(),
                            Optional.empty(),
                            pick(CleanPoint.values()),
                            Optional.empty(),
                            Optional.empty(),
                            provenance());
                    stations.add(new DeclaredStation(
                            "P" + city + "-" + i,
                            new AreaCode("990%d00".formatted(city)),
                            name,
                            Role.PEER,
                            List.of(period)));
                }
            }
            return stations;
        }

        private List<ResponsibleUnit> units(List<Area> areas) {
            List<ResponsibleUnit> units = new ArrayList<>();
            for (int i = 0; i < random.nextInt(4); i++) {
                UnitKind kind = pick(UnitKind.values());
                Optional<AreaCode> area =
                        kind == UnitKind.AREA ? Optional.of(pick(areas).code()) : Optional.empty();
                units.add(new ResponsibleUnit("unit-" + i, name(), kind, area, provenance()));
            }
            return units;
        }

        private List<Sector> sectors() {
            List<Sector> sectors = new ArrayList<>();
            for (int i = 1; i <= random.nextInt(4); i++) {
                sectors.add(new Sector("B" + i, name(), SectorKind.BATTLE, "B" + i, provenance()));
                sectors.add(new Sector("sector-" + i, name(), SectorKind.SECTOR, "B" + i, provenance()));
            }
            return sectors;
        }

        private List<Target> targets(List<Area> areas) {
            List<Target> targets = new ArrayList<>();
            for (int year = 2018; year < 2018 + random.nextInt(4); year++) {
                AreaCode scope = random.nextBoolean() ? CITY : pick(areas).code();
                Pollutant pollutant = pick(Pollutant.values());
                targets.add(new Target(
                        year,
                        scope,
                        Optional.of(pollutant),
                        TargetStatistic.ANNUAL_MEAN,
                        BigDecimal.valueOf(1 + random.nextInt(9999), 1),
                        pollutant.unit().symbol(),
                        provenance()));
                targets.add(new Target(
                        year,
                        scope,
                        Optional.empty(),
                        TargetStatistic.GOOD_DAYS_RATIO,
                        BigDecimal.valueOf(1 + random.nextInt(100)),
                        "%",
                        provenance()));
            }
            return targets;
        }

        private List<SourcePackage> packages() {
            return Stream.of(PackageUse.values())
                    .filter(use -> random.nextBoolean())
                    .map(use -> new SourcePackage(
                            use,
                            text(),
                            "1.%d.0".formatted(random.nextInt(20)),
                            text(),
                            use == PackageUse.BOUNDARIES ? Optional.of(pick(Datum.values())) : Optional.empty(),
                            provenance()))
                    .toList();
        }

        private List<BoundaryName> names(List<Area> areas) {
            return areas.stream()
                    .map(area -> new BoundaryName(area.code() + text(), area.code(), provenance()))
                    .toList();
        }

        private List<DeclaredObservations> observations() {
            List<DeclaredObservations> result = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                ObservationFormat format = pick(ObservationFormat.values());
                result.add(new DeclaredObservations(
                        "data/" + i + "/*.csv.gz",
                        format,
                        format == ObservationFormat.STATION_WIDE
                                ? Optional.of("mappings/m" + i + ".csv")
                                : Optional.empty(),
                        provenance()));
            }
            return result;
        }

        private List<Township> townships(List<Area> areas) {
            List<Township> townships = new ArrayList<>();
            for (int i = 0; i < random.nextInt(5); i++) {
                townships.add(new Township("99010100" + i, text(), pick(areas).code(), text()));
            }
            return townships;
        }

        private WorkingCalendar calendar() {
            if (random.nextBoolean()) {
                return new WorkingCalendar(List.of(), "");
            }
            LocalDate from = LocalDate.of(2000 + random.nextInt(30), 1, 1);
            List<CalendarDay> days = from.datesUntil(from.plusYears(1 + random.nextInt(2)))
                    .map(day -> new CalendarDay(
                            day,
                            day.getDayOfWeek() != DayOfWeek.SUNDAY,
                            random.nextInt(20) == 0 ? name() : new BilingualText("", "")))
                    .toList();
            return new WorkingCalendar(days, "a source");
        }

        private BilingualText name() {
            return new BilingualText(text(), text());
        }

        private Provenance provenance() {
            return new Provenance(text(), pick(FactStatus.values()));
        }

        private LonLat place() {
            return new LonLat((730000 + random.nextInt(630000)) / 1e4, (30000 + random.nextInt(510000)) / 1e4);
        }

        private LocalDate day() {
            return LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5000));
        }

        private <T> Optional<T> maybe(T value) {
            return random.nextBoolean() ? Optional.of(value) : Optional.empty();
        }

        private String text() {
            return pick(TEXTS);
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        private <T> T pick(T[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
