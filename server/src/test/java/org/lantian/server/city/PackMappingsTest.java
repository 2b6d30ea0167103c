package org.lantian.server.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.city.CityPack;
import org.lantian.city.CityPackReader;
import org.lantian.city.DeclaredObservations;
import org.lantian.city.Role;
import org.lantian.observations.AirFileReader;
import org.lantian.observations.ColumnMapping;
import org.lantian.observations.ReadOptions;
import org.lantian.observations.ReadSummary;
import org.lantian.quantities.HourEnding;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@DisplayName("The observations that a pack declares")
class PackMappingsTest {

    private static CityPack pack(String name) {
        return CityPackReader.load(
                ReferenceKit.checkout().orElseThrow().resolve("cities").resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jincheng", "beijing"})
    @DisplayName("have mappings that can be read, each for one of the city's own stations")
    void mappings(String name) {
        CityPack pack = pack(name);
        List<String> stations = pack.observations().stream()
                .flatMap(declared -> declared.mapping().stream())
                .map(mapping -> ColumnMapping.read(pack.folder().resolve(mapping), mapping))
                .map(mapping -> mapping.station().orElseThrow())
                .toList();

        assertThat(stations).doesNotHaveDuplicates();
        assertThat(stations)
                .allSatisfy(code ->
                        assertThat(pack.findStation(code).orElseThrow().role()).isEqualTo(Role.OWN));
        assertThat(stations).hasSize(name.equals("beijing") ? 12 : 0);
    }

    @NeedsKit
    @ParameterizedTest
    @ValueSource(strings = {"beijing"})
    @DisplayName("are read by their mappings without a single refused cell, four years of each station")
    void filesOfMappings(String name) throws IOException {
        CityPack pack = pack(name);
        for (DeclaredObservations declared : pack.observations()) {
            if (declared.mapping().isEmpty()) {
                continue;
            }
            String relative = declared.mapping().get();
            ColumnMapping mapping = ColumnMapping.read(pack.folder().resolve(relative), relative);
            Path file = files(declared.glob()).getFirst();
            ReadOptions options = ReadOptions.of(mapping.quantities(), HourEnding.at(LocalDate.of(2017, 2, 28), 24))
                    .withMapping(mapping);

            ReadSummary summary = AirFileReader.read(file, options, (station, hour, quantity, value, row) -> {});

            assertThat(files(declared.glob())).hasSize(1);
            assertThat(file.getFileName().toString())
                    .containsIgnoringCase(
                            "_" + relative.replace("mappings/prsa-", "").replace(".csv", "") + "_");
            assertThat(summary.rows()).isEqualTo(35_064);
            assertThat(summary.rejected()).as(file.toString()).isZero();
            assertThat(summary.accepted()).isGreaterThan(380_000);
        }
    }

    private static List<Path> files(String glob) throws IOException {
        Path kit = ReferenceKit.path("");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.list(kit.resolve(glob).getParent())) {
            return files.filter(file -> matcher.matches(kit.relativize(file))).toList();
        }
    }
}
