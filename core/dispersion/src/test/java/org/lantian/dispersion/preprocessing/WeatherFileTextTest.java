package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.runstream.WeatherFiles;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@DisplayName("The text of .sfc and .pfl")
class WeatherFileTextTest {

    @TempDir
    private Path folder = Path.of("");

    private static List<String> fields(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEN_2016", "HOUSTON_ADJU", "ANCH-99_ADJU", "LOVETT", "AERMET2"})
    @NeedsKit
    @DisplayName("of the reference, read and written again, is the same column by column")
    void rewritesTheReference(String name) throws IOException {
        Path surfaceFile = ReferenceKit.path("oracles/aermod/met/" + name + ".SFC");
        Path profileFile = ReferenceKit.path("oracles/aermod/met/" + name + ".PFL");
        List<String> surface = Files.readAllLines(surfaceFile);
        List<String> profile = Files.readAllLines(profileFile);
        int surfaceLine = 1;
        int profileLine = 0;
        try (WeatherFiles files = WeatherFiles.open(surfaceFile, profileFile)) {
            while (files.hasNext()) {
                WeatherHour hour = files.next();
                List<String> original = fields(surface.get(surfaceLine++));
                String written = WeatherFileText.surfaceLine(hour.stamp(), hour.surface());
                assertThat(fields(written)).isEqualTo(original);
                // the numbers stand in the same columns too
                String numbers = surface.get(surfaceLine - 1).stripTrailing();
                int end = numbers.indexOf(original.get(25));
                assertThat(written).startsWith(numbers.substring(0, end));
                for (String line : WeatherFileText.profileLines(hour)) {
                    assertThat(line).isEqualTo(profile.get(profileLine++).stripTrailing());
                }
            }
        }
        assertThat(surfaceLine).isGreaterThan(96);
        assertThat(profileLine).isEqualTo(profile.size());
    }

    @Test
    @NeedsKit
    @DisplayName("has a header with position and options where the reference has them")
    void writesTheHeader() throws IOException {
        List<String> reference = Files.readAllLines(ReferenceKit.path("oracles/aermod/met/DEN_2016.SFC"));
        String header = WeatherFileText.header(new WeatherFileText.Header(
                39.833, -104.658, "72469", "725650", "15181", List.of("CCVR_Sub", "TEMP_Sub")));
        assertThat(fields(header)).isEqualTo(fields(reference.getFirst()));
        assertThat(header.substring(0, 20)).isEqualTo(reference.getFirst().substring(0, 20));
    }

    @Test
    @DisplayName("that we write is read by our reader to the values that were printed")
    void readsBack() throws IOException {
        LocalDate first = LocalDate.of(2024, 2, 28);
        List<FilledHour> observed = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            for (int hour = 1; hour <= 24; hour++) {
                boolean missing = day == 1 && hour == 5;
                boolean calm = hour == 7;
                observed.add(new FilledHour(
                        new SurfaceObservation(
                                HourStamp.of(first.plusDays(day), hour),
                                missing ? Double.NaN : calm ? 0 : 0.5 + hour * 0.317,
                                (hour * 37.7) % 360,
                                270.123 + hour,
                                hour % 11 / 10.0,
                                930.4,
                                55.5,
                                hour == 3 ? 1.26 : 0,
                                Double.NaN),
                        Set.of()));
            }
        }
        Station station = new Station(new SunPosition(-35.49, -112.85, -7), 10, 2, 740, Station.LEAST_WIND, false);
        List<MadeHour> made = new WeatherMaker(
                        station, SurfaceCharacteristics.uniform(new Ground(0.2, 1, 0.1)), Map.of(), 0.005)
                .make(observed, Double.NaN);
        Path surface = folder.resolve("a.sfc");
        Path profile = folder.resolve("a.pfl");
        Files.write(surface, WeatherOutput.surfaceFile(station, "54511", "", made));
        Files.write(profile, WeatherOutput.profileFile(made));

        List<WeatherHour> read = new ArrayList<>();
        try (WeatherFiles files = WeatherFiles.open(surface, profile)) {
            assertThat(files.version()).isEqualTo(WeatherFileText.VERSION);
            files.forEachRemaining(read::add);
        }
        assertThat(read).hasSize(72);
        for (int i = 0; i < read.size(); i++) {
            WeatherHour written = made.get(i).weather();
            assertThat(read.get(i).stamp()).isEqualTo(written.stamp());
            closeTo(read.get(i).surface(), written.surface());
            ProfileLevel level = read.get(i).levels().getFirst();
            assertThat(level.windSpeed()).isCloseTo(written.levels().getFirst().windSpeed(), within(0.00501));
            assertThat(level.temperatureCelsius())
                    .isCloseTo(written.levels().getFirst().temperatureCelsius(), within(0.00501));
            // a second writing changes nothing more
            assertThat(WeatherFileText.surfaceLine(written.stamp(), read.get(i).surface()))
                    .isEqualTo(WeatherFileText.surfaceLine(written.stamp(), written.surface()));
        }
        List<String> side = WeatherOutput.sideTable(made);
        assertThat(side).hasSize(73);
        assertThat(side.get(24)).startsWith("2024-02-29T00:00,");
        assertThat(side.get(72)).startsWith("2024-03-02T00:00,");
    }

    private static void closeTo(SurfaceHour read, SurfaceHour written) {
        assertThat(read.sensibleHeatFlux()).isCloseTo(written.sensibleHeatFlux(), within(0.0501));
        assertThat(read.frictionVelocity()).isCloseTo(written.frictionVelocity(), within(0.000501));
        assertThat(read.convectiveVelocity()).isCloseTo(written.convectiveVelocity(), within(0.000501));
        assertThat(read.convectiveMixingHeight()).isCloseTo(written.convectiveMixingHeight(), within(0.501));
        assertThat(read.mechanicalMixingHeight()).isCloseTo(written.mechanicalMixingHeight(), within(0.501));
        assertThat(read.obukhovLength()).isCloseTo(written.obukhovLength(), within(0.0501));
        assertThat(read.roughnessLength()).isEqualTo(written.roughnessLength());
        assertThat(read.albedo()).isCloseTo(written.albedo(), within(0.00501));
        assertThat(read.windSpeed()).isCloseTo(written.windSpeed(), within(0.00501));
        assertThat(read.windDirection()).isCloseTo(written.windDirection(), within(0.0501));
        assertThat(read.temperature()).isCloseTo(written.temperature(), within(0.0501));
        assertThat(read.precipitationCode()).isEqualTo(written.precipitationCode());
        assertThat(read.precipitationRate()).isCloseTo(written.precipitationRate(), within(0.00501));
        assertThat(read.relativeHumidity()).isCloseTo(written.relativeHumidity(), within(0.501));
        assertThat(read.pressure()).isCloseTo(written.pressure(), within(0.501));
        assertThat(read.cloudTenths()).isEqualTo(written.cloudTenths());
        assertThat(read.windFlag()).isEqualTo(written.windFlag()).startsWith("NAD");
        assertThat(read.substitutionFlag())
                .isEqualTo(written.substitutionFlag())
                .isEqualTo("NoSubs");
    }
}
