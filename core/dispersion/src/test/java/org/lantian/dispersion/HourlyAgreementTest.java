package org.lantian.dispersion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.dispersion.kernel.Numerics;
import org.lantian.dispersion.runstream.Run;
import org.lantian.dispersion.runstream.RunExecution;
import org.lantian.dispersion.runstream.RunstreamReader;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@NeedsKit
@DisplayName("Hourly concentrations")
class HourlyAgreementTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"profiles-lovett", "profiles-houston", "profiles-houston-urban"})
    @DisplayName(
            "of a stack by day and night, in the country and in a city, equal the reference's to its printed digits")
    void equalTheReference(String name) throws IOException {
        Path folder = ReferenceKit.path("oracles/aermod/" + name);
        Map<Integer, List<Double>> expected = hourly(folder.resolve("expected/ALL_01H.pst.gz"));
        Run run = RunstreamReader.read(folder.resolve("run.inp"));
        List<String> differences = new ArrayList<>();
        int[] compared = {0};
        RunExecution.execute(
                run,
                new RunExecution.Settings(1, Numerics.LIKE_REFERENCE),
                (average, end, means) -> compared[0] += compare(end, means[0], expected, differences),
                Progress.NONE);
        assertThat(compared[0]).isEqualTo(72 * 3);
        assertThat(differences).isEmpty();
    }

    private static int compare(
            HourStamp end, double[] ours, Map<Integer, List<Double>> expected, List<String> differences) {
        List<Double> theirs = expected.getOrDefault(key(end), List.of());
        double greatest = theirs.stream().mapToDouble(v -> v).max().orElse(0);
        for (int i = 0; i < theirs.size(); i++) {
            double difference = Math.abs(ours[i] - theirs.get(i));
            if (difference > 1e-5 * theirs.get(i) + 1e-8 * greatest) {
                differences.add(end + " receptor " + i + ": " + ours[i] + " not " + theirs.get(i));
            }
        }
        return theirs.size();
    }

    private static int key(HourStamp hour) {
        return hour.year() % 100 * 1_000_000 + hour.month() * 10_000 + hour.day() * 100 + hour.hour();
    }

    private static Map<Integer, List<Double>> hourly(Path file) throws IOException {
        Map<Integer, List<Double>> hours = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            reader.lines().filter(line -> !line.startsWith("*")).forEach(line -> {
                String[] cells = line.strip().split("\\s+");
                hours.computeIfAbsent(Integer.parseInt(cells[8]), _ -> new ArrayList<>())
                        .add(Double.parseDouble(cells[2]));
            });
        }
        return hours;
    }
}
