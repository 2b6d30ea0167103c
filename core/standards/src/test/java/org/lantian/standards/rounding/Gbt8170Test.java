package org.lantian.standards.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rounding by GB/T 8170")
class Gbt8170Test {

    @ParameterizedTest(name = "{0} to {1} decimals is {2}")
    @DisplayName("takes halves to the even neighbour")
    @CsvSource({
        "0.5, 0, 0",
        "1.5, 0, 2",
        "2.5, 0, 2",
        "2.4999, 0, 2",
        "2.5001, 0, 3",
        "1.25, 1, 1.2",
        "1.35, 1, 1.4",
        "0.15, 1, 0.2",
        "2.05, 1, 2.0",
        "-1.5, 0, -2",
        "35.4999, 0, 35",
        "35.5, 0, 36",
    })
    void halvesToEven(double value, int decimals, double rounded) {
        assertThat(Gbt8170.round(value, decimals)).isEqualTo(rounded);
    }

    @Test
    @DisplayName("sees a tie that binary arithmetic has blurred")
    void blurredTie() {
        double blurred = 0.1 + 0.2 + 0.15; // 0.45000000000000007
        assertThat(Gbt8170.round(blurred, 1)).isEqualTo(0.4);
        assertThat(Gbt8170.toDecimal(blurred, 1)).isEqualTo(new BigDecimal("0.4"));
    }

    @Test
    @DisplayName("leaves what is not a number alone")
    void notANumber() {
        assertThat(Gbt8170.round(Double.NaN, 0)).isNaN();
    }

    @Property
    void quotientsAreExact(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long numerator,
            @ForAll @IntRange(min = 1, max = 240_000) int denominator) {
        long expected = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        assertThat(Gbt8170.divide(numerator, denominator)).isEqualTo(expected);
    }

    @Property
    void meansOfADayRoundAsExactFractions(
            @ForAll @IntRange(max = 100_000_000) int sumOfTenThousandths,
            @ForAll @IntRange(min = 1, max = 24) int hours) {
        BigDecimal exact = new BigDecimal(sumOfTenThousandths)
                .divide(new BigDecimal(hours * 10_000L), 40, RoundingMode.DOWN)
                .setScale(20, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.HALF_EVEN);
        double mean = sumOfTenThousandths / (hours * 10_000.0);
        assertThat(Gbt8170.round(mean, 0)).isEqualTo(exact.doubleValue());
    }
}
