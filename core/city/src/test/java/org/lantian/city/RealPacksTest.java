package org.lantian.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.quantities.CleanPoint;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@DisplayName("The packs that come with Lantian")
class RealPacksTest {

    /** Line of station 2164A, which stands within 0.3 km of a county line: its outlines are not that exact. */
    private static final Set<Long> ON_THE_LINE = Set.of(6L);

    private static boolean isBuilt(String name) {
        return Files.isDirectory(pack(name).resolve("generated"));
    }

    private static Path pack(String name) {
        return ReferenceKit.checkout().orElseThrow().resolve("cities").resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jincheng", "beijing"})
    @DisplayName("have no error, and no warning beyond those known")
    void areGood(String name) {
        PackReading reading = CityPackReader.read(pack(name));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings())
                .allMatch(warning -> isBuilt(name)
                        ? ON_THE_LINE.contains(warning.row()) && name.equals("jincheng")
                        : warning.code().equals("city.not-built"));
    }

    @Test
    @DisplayName("Jincheng has six counties, a development zone, six stations and twenty other cities")
    void jincheng() {
        CityPack pack = CityPackReader.load(pack("jincheng"));

        assertThat(pack.areas()).hasSize(7);
        assertThat(pack.ownStations()).hasSize(6);
        assertThat(pack.findStation("2165A").orElseThrow().latest().cleanPoint())
                .isEqualTo(CleanPoint.YES);
        assertThat(pack.peerStations().stream().map(DeclaredStation::cityCode).distinct())
                .hasSize(20);
        assertThat(pack.targets()).allMatch(target -> target.provenance().status() == FactStatus.EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jincheng", "beijing"})
    @DisplayName("place each station in the county for which it is declared, by the outlines")
    void stationsLieInTheirCounties(String name) {
        CityPack pack = CityPackReader.load(pack(name));
        assumeThat(pack.boundaries()).as("pack is built").isPresent();

        assertThat(pack.ownStations().stream()
                        .filter(station -> !pack.boundaries()
                                .orElseThrow()
                                .findAreaAt(station.latest().place())
                                .equals(station.latest().area()))
                        .map(DeclaredStation::code))
                .isSubsetOf("2164A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jincheng", "beijing"})
    @DisplayName("know the working days of 2019 once they are built")
    void workingDays(String name) {
        WorkingCalendar calendar = CityPackReader.load(pack(name)).calendar();
        assumeThat(calendar.lastYearCovered()).as("pack is built").isPresent();

        // 250 working days: 国办发明电〔2018〕15号 and the additional May holiday of 国办发明电〔2019〕3号.
        assertThat(calendar.listYear(2019).stream().filter(CalendarDay::working))
                .hasSize(250);
        assertThat(calendar.listYear(calendar.lastYearCovered().orElseThrow() + 1))
                .isEmpty();
    }

    @NeedsKit
    @ParameterizedTest
    @ValueSource(strings = {"jincheng", "beijing"})
    @DisplayName("declare observations that the reference kit has")
    void declaredFilesExist(String name) throws IOException {
        for (DeclaredObservations declared : CityPackReader.load(pack(name)).observations()) {
            assertThat(files(declared.glob())).as(declared.glob()).isNotEmpty();
        }
    }

    @Test
    @NeedsKit
    @DisplayName("name every station of the national files that Jincheng declares")
    void stationsOfTheKit() throws IOException {
        CityPack pack = CityPackReader.load(pack("jincheng"));
        Set<String> known = pack.stations().stream().map(DeclaredStation::code).collect(Collectors.toSet());
        Set<String> inFiles = new TreeSet<>();
        for (DeclaredObservations declared : pack.observations()) {
            for (Path file : files(declared.glob())) {
                inFiles.addAll(stationColumns(file));
            }
        }

        assertThat(inFiles).hasSize(125);
        assertThat(known).containsExactlyInAnyOrderElementsOf(inFiles);
    }

    private static List<Path> files(String glob) throws IOException {
        Path kit = ReferenceKit.path("");
        Path folder = kit.resolve(glob).getParent();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> matcher.matches(kit.relativize(file))).toList();
        }
    }

    private static List<String> stationColumns(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return Stream.of(reader.readLine().split(",")).skip(3).toList();
        }
    }
}
