package org.lantian.dispersion.averaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.weather.HourStamp;

@DisplayName("Averages and ranks")
class AveragesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);

    private static HourStamp hour(int index) {
        return HourStamp.of(FIRST.plusDays(index / 24), index % 24 + 1);
    }

    private record Block(HourStamp end, double mean) {}

    /** Blocks of one receptor; NaN stands for a calm or missing hour. */
    private static List<Block> blocks(AveragingPeriod average, double... hours) {
        List<Block> blocks = new ArrayList<>();
        BlockAverager averager =
                new BlockAverager(average, 1, 1, (period, end, means) -> blocks.add(new Block(end, means[0][0])));
        for (int i = 0; i < hours.length; i++) {
            boolean counts = !Double.isNaN(hours[i]);
            averager.add(hour(i), counts, new double[][] {{counts ? hours[i] : 0}});
        }
        averager.finish();
        return blocks;
    }

    @Test
    @DisplayName("divide by three quarters of the block at least: 3 → 3, 8 → 6, 24 → 18")
    void leastDivisors() {
        assertThat(List.of(1, 2, 3, 4, 6, 8, 12, 24).stream().map(AveragingPeriod::leastDivisor))
                .containsExactly(1, 2, 3, 3, 5, 6, 9, 18);
    }

    @Test
    @DisplayName("divide by the valid hours where enough are valid")
    void validHours() {
        double nan = Double.NaN;
        assertThat(blocks(new AveragingPeriod(AveragingPeriod.Kind.BLOCK, 8), 7, 7, 7, 7, 7, 7, 7, nan))
                .containsExactly(new Block(hour(7), 7));
        assertThat(blocks(new AveragingPeriod(AveragingPeriod.Kind.BLOCK, 8), 6, 6, 6, 6, nan, nan, nan, nan))
                .containsExactly(new Block(hour(7), 4));
        assertThat(blocks(new AveragingPeriod(AveragingPeriod.Kind.BLOCK, 3), 6, nan, 6))
                .containsExactly(new Block(hour(2), 4));
    }

    @Test
    @DisplayName("end with their day, a month with its last hour, also on 29 February")
    void ends() {
        double[] hours = new double[72];
        Arrays.fill(hours, 1);
        assertThat(blocks(new AveragingPeriod(AveragingPeriod.Kind.BLOCK, 24), hours))
                .extracting(Block::end)
                .containsExactly(hour(23), hour(47), hour(71));
        assertThat(blocks(AveragingPeriod.MONTH, hours))
                .containsExactly(
                        new Block(HourStamp.of(LocalDate.of(2024, 2, 29), 24), 1),
                        new Block(HourStamp.of(LocalDate.of(2024, 3, 1), 24), 1));
    }

    @Test
    @DisplayName("over the whole run divide by valid hours only; ANNUAL is the mean of its years")
    void longMeans() {
        LongMean period = new LongMean(AveragingPeriod.PERIOD, 1, 1);
        LongMean annual = new LongMean(AveragingPeriod.ANNUAL, 1, 1);
        for (int i = 0; i < 4; i++) {
            HourStamp stamp = HourStamp.of(LocalDate.of(2023 + i / 3, 1, 1), i % 3 + 1);
            double[][] value = {{i == 1 ? 0 : i + 1}};
            period.add(stamp, i != 1, value);
            annual.add(stamp, i != 1, value);
        }
        LongMean.Result overAll = period.finish();
        assertThat(overAll.values()[0][0]).isEqualTo((1 + 3 + 4) / 3.0);
        assertThat(overAll.hours()).isEqualTo(4);
        LongMean.Result overYears = annual.finish();
        assertThat(overYears.years()).isEqualTo(2);
        assertThat(overYears.values()[0][0]).isEqualTo(((1 + 3) / 2.0 + 4) / 2);
    }

    @Test
    @DisplayName("rank the earlier of equal values first, and zero not at all")
    void ties() {
        Ranks ranks = new Ranks(3, 1, 1);
        double[] values = {0, 2, 5, 2, 0};
        for (int i = 0; i < values.length; i++) {
            ranks.block(AveragingPeriod.HOUR, hour(i), new double[][] {{values[i]}});
        }
        assertThat(ranks.end(0, 0, 1)).contains(hour(2));
        assertThat(ranks.end(0, 0, 2)).contains(hour(1));
        assertThat(ranks.end(0, 0, 3)).contains(hour(3));
        Ranks none = new Ranks(1, 1, 1);
        none.block(AveragingPeriod.HOUR, hour(0), new double[][] {{0}});
        assertThat(none.value(0, 0, 1)).isZero();
        assertThat(none.end(0, 0, 1)).isEmpty();
    }

    @Property
    void ranksAreTheSortedValues(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0, max = 100) Double> values) {
        Ranks ranks = new Ranks(4, 1, 1);
        for (int i = 0; i < values.size(); i++) {
            ranks.block(AveragingPeriod.HOUR, hour(i), new double[][] {{values.get(i)}});
        }
        List<Double> sorted =
                values.stream().sorted((a, b) -> Double.compare(b, a)).toList();
        for (int rank = 1; rank <= 4; rank++) {
            assertThat(ranks.value(0, 0, rank)).isEqualTo(rank <= sorted.size() ? sorted.get(rank - 1) : 0);
        }
    }
}
