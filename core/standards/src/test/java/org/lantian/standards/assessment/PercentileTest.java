package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Percentile by HJ 663 annex A")
class PercentileTest {

    @Test
    @DisplayName("lies between two values by the rest of 1 + (n − 1)·p")
    void byHand() {
        double[] hundred = new double[100];
        Arrays.setAll(hundred, i -> i + 1.0);
        assertThat(Percentile.of(hundred, 95)).isCloseTo(95.05, within(1e-12));
        assertThat(Percentile.of(hundred, 90)).isCloseTo(90.1, within(1e-12));
        assertThat(Percentile.of(new double[] {3, 1, 2}, 50)).isEqualTo(2);
        assertThat(Percentile.of(new double[] {7}, 98)).isEqualTo(7);
        assertThat(Percentile.of(new double[0], 98)).isNaN();
        double[] yearOfDays = new double[365];
        Arrays.setAll(yearOfDays, i -> i + 1.0);
        assertThat(Percentile.of(yearOfDays, 98)).isCloseTo(357.72, within(1e-9));
    }

    @Property
    void liesBetweenLeastAndGreatest(
            @ForAll @Size(min = 1, max = 400) List<@DoubleRange(max = 1_000) Double> values,
            @ForAll @IntRange(max = 100) int percent) {
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        double least = Arrays.stream(array).min().orElseThrow();
        double greatest = Arrays.stream(array).max().orElseThrow();
        assertThat(Percentile.of(array, percent)).isBetween(least, greatest);
    }

    @Property
    void doesNotDependOnTheOrder(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(max = 1_000) Double> values,
            @ForAll @IntRange(max = 100) int percent) {
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        List<Double> turned = new ArrayList<>(values);
        Collections.reverse(turned);
        double[] reversed = turned.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(Percentile.of(reversed, percent)).isEqualTo(Percentile.of(array, percent));
    }

    @Property
    void toleratedDaysAboveKeepTheLimit(
            @ForAll @IntRange(min = 1, max = 400) int days, @ForAll @IntRange(min = 50, max = 99) int percent) {
        int tolerated = Percentile.toleratedAbove(days, percent);
        assertThat(Percentile.of(daysWith(days, tolerated), percent)).isLessThanOrEqualTo(160);
        assertThat(Percentile.of(daysWith(days, tolerated + 1), percent)).isGreaterThan(160);
    }

    /** So many days far above 160, the others at it. */
    private static double[] daysWith(int days, int above) {
        double[] values = new double[days];
        Arrays.fill(values, 160);
        Arrays.fill(values, 0, Math.min(days, above), 1_000_000);
        return values;
    }
}
