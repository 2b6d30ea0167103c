package org.lantian.dispersion.averaging;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lantian.dispersion.runstream.WeatherFiles;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

/** Independent of the physics: the reference's own hours in, its averages and ranks out. */
@NeedsKit
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("From the reference's hourly values of a whole year (case lovett-real) come its averages and ranks")
class ReferenceAveragesTest {

    private static final int RECEPTORS = 11;

    private final Map<AveragingPeriod, Ranks> ranks = new HashMap<>();
    private final LongMean period = new LongMean(AveragingPeriod.PERIOD, 1, RECEPTORS);
    private LongMean.Result mean = new LongMean.Result(new double[0][], 0, 0);

    @BeforeAll
    void average() throws IOException {
        Path folder = ReferenceKit.path("oracles/aermod");
        Map<Integer, double[]> hours = hourly(folder.resolve("lovett-real/expected/ALL_01H.pst.gz"));
        List<BlockAverager> averagers = new ArrayList<>();
        for (int length : new int[] {1, 3, 24}) {
            AveragingPeriod average = new AveragingPeriod(AveragingPeriod.Kind.BLOCK, length);
            Ranks ranking = new Ranks(4, 1, RECEPTORS);
            ranks.put(average, ranking);
            averagers.add(new BlockAverager(average, 1, RECEPTORS, ranking));
        }
        try (WeatherFiles weather =
                WeatherFiles.open(folder.resolve("met/LOVETT.SFC"), folder.resolve("met/LOVETT.PFL"))) {
            while (weather.hasNext()) {
                WeatherHour hour = weather.next();
                HourStamp stamp = hour.stamp();
                int date = stamp.year() % 100 * 1_000_000 + stamp.month() * 10_000 + stamp.day() * 100 + stamp.hour();
                double[][] values = {hours.get(date)};
                boolean counts = HourClass.of(hour.surface()).valid();
                averagers.forEach(averager -> averager.add(stamp, counts, values));
                period.add(stamp, counts, values);
            }
        }
        averagers.forEach(BlockAverager::finish);
        mean = period.finish();
    }

    private static Map<Integer, double[]> hourly(Path file) throws IOException {
        Map<Integer, double[]> hours = new HashMap<>();
        Map<Integer, Integer> next = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            reader.lines().filter(line -> !line.startsWith("*")).forEach(line -> {
                String[] cells = line.strip().split("\\s+");
                int date = Integer.parseInt(cells[8]);
                int receptor = next.merge(date, 1, Integer::sum) - 1;
                hours.computeIfAbsent(date, _ -> new double[RECEPTORS])[receptor] = Double.parseDouble(cells[2]);
            });
        }
        return hours;
    }

    private static List<Double> plot(String name) throws IOException {
        return Files.readAllLines(ReferenceKit.path("oracles/aermod/lovett-real/expected/" + name)).stream()
                .filter(line -> !line.startsWith("*"))
                .map(line -> Double.parseDouble(line.strip().split("\\s+")[2]))
                .toList();
    }

    private void agrees(String file, int hours, int rank) throws IOException {
        Ranks ranking =
                java.util.Objects.requireNonNull(ranks.get(new AveragingPeriod(AveragingPeriod.Kind.BLOCK, hours)));
        List<Double> expected = plot(file);
        for (int i = 0; i < RECEPTORS; i++) {
            assertThat(ranking.value(0, i, rank))
                    .as("%s receptor %d", file, i + 1)
                    .isCloseTo(expected.get(i), org.assertj.core.data.Percentage.withPercentage(1e-3));
        }
    }

    @Test
    @DisplayName("highest and fourth highest hour")
    void hour() throws IOException {
        agrees("ALL_01H_1st.plt", 1, 1);
        agrees("ALL_01H_4th.plt", 1, 4);
    }

    @Test
    @DisplayName("highest mean of three hours, highest and second highest of a day")
    void blocks() throws IOException {
        agrees("ALL_03H_1st.plt", 3, 1);
        agrees("ALL_24H_1st.plt", 24, 1);
        agrees("ALL_24H_2nd.plt", 24, 2);
    }

    @Test
    @DisplayName("mean of the period, of 8784 hours")
    void wholePeriod() throws IOException {
        List<Double> expected = plot("ALL_PERIOD.plt");
        for (int i = 0; i < RECEPTORS; i++) {
            assertThat(mean.values()[0][i])
                    .isCloseTo(expected.get(i), org.assertj.core.data.Percentage.withPercentage(1e-3));
        }
        assertThat(mean.hours()).isEqualTo(8784);
    }
}
