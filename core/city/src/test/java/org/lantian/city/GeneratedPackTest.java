package org.lantian.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.quantities.AreaCode;
import org.lantian.testing.GeneratedPack;

@DisplayName("The made-up city that other tests use")
class GeneratedPackTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("is a pack without error or warning, with the counties and stations of its plan")
    void isGood() {
        GeneratedPack made = GeneratedPack.write(folder, new GeneratedPack.Plan(7, 12, 3, 2));

        PackReading reading = CityPackReader.read(folder);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        CityPack pack = reading.pack().orElseThrow();
        assertThat(pack.areas()).hasSize(15);
        assertThat(pack.ownStations()).hasSize(37);
        assertThat(pack.ownStations().stream().map(DeclaredStation::code))
                .containsExactlyElementsOf(made.ownStations().stream()
                        .map(GeneratedPack.Station::code)
                        .toList());
        assertThat(pack.peerStations()).hasSize(3);
        assertThat(pack.calendar().lastYearCovered()).hasValue(2020);
        for (GeneratedPack.County county : made.counties()) {
            for (GeneratedPack.Station station : county.stations()) {
                StationPeriod period =
                        pack.findStation(station.code()).orElseThrow().latest();
                assertThat(period.area()).isEqualTo(Optional.of(new AreaCode(county.code())));
                assertThat(pack.boundaries().orElseThrow().findAreaAt(period.place()))
                        .isEqualTo(period.area());
            }
        }
    }

    @Test
    @DisplayName("is the same again from the same seed, and another from another seed")
    void dependsOnSeed() {
        GeneratedPack.write(folder.resolve("a"), new GeneratedPack.Plan(1, 2, 2, 0));
        GeneratedPack.write(folder.resolve("b"), new GeneratedPack.Plan(1, 2, 2, 0));
        GeneratedPack.write(folder.resolve("c"), new GeneratedPack.Plan(2, 2, 2, 0));

        String first = CityPackReader.load(folder.resolve("a")).hash();

        assertThat(CityPackReader.load(folder.resolve("b")).hash()).isEqualTo(first);
        assertThat(CityPackReader.load(folder.resolve("c")).hash()).isNotEqualTo(first);
    }
}
