package org.lantian.dispersion.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

@Label("Numeric functions")
class NumericFunctionsTest {

    @Property
    void exponentialsSideBySideEqualTheLibrarys(@ForAll @DoubleRange(min = -128, max = 128) double x) {
        double[] values = {x, -x, 0, x / 3};
        double relative = Math.abs(x) <= 80 ? 3e-13 : 1e-11;
        Exponentials.ofAll(values, 3);
        assertThat(values[0]).isCloseTo(Math.exp(x), within(relative * Math.exp(x)));
        assertThat(values[1]).isCloseTo(Math.exp(-x), within(relative * Math.exp(-x)));
        assertThat(values[2]).isEqualTo(1);
        assertThat(values[3]).as("what lies beyond the count is left alone").isEqualTo(x / 3);
    }

    @Example
    @Label("e to a hugely negative number is next to nothing, never negative or infinite")
    void exponentialFarBelow() {
        double[] values = {-1e9, Double.NEGATIVE_INFINITY, -700};
        Exponentials.ofAll(values, 3);
        for (double value : values) {
            assertThat(value).isBetween(0.0, 1e-55);
        }
    }

    @Property
    void normalIntegralFromTheTableEqualsTheExactOne(@ForAll @DoubleRange(min = -8, max = 8) double x) {
        assertThat(NormalIntegral.phi(x)).isCloseTo(NormalIntegral.exact(x), within(3e-8));
    }

    @Property
    void theReferencesRoundedTableIsWithinItsRounding(@ForAll @DoubleRange(min = -8, max = 8) double x) {
        assertThat(NormalIntegral.fourDigits(x)).isCloseTo(NormalIntegral.exact(x), within(4e-4));
    }

    @Example
    @Label("the normal integral has the values of printed tables")
    void normalIntegralHasPrintedValues() {
        assertThat(NormalIntegral.exact(1)).isCloseTo(0.841344746068543, within(1e-15));
        assertThat(NormalIntegral.exact(-2)).isCloseTo(0.022750131948179, within(1e-15));
        assertThat(NormalIntegral.exact(-5)).isCloseTo(2.866515718791939e-7, withinPercentage(1e-9));
        assertThat(NormalIntegral.fourDigits(1)).isCloseTo(0.8413, within(1e-12));
    }

    @Property
    void errorFunctionBelongsToTheNormalIntegral(@ForAll @DoubleRange(min = -4, max = 4) double x) {
        assertThat(ErrorFunction.erf(x)).isCloseTo(2 * NormalIntegral.exact(x * Math.sqrt(2)) - 1, within(2e-15));
    }

    @Property
    void sumOfImagesEqualsTheSumTermByTerm(
            @ForAll @DoubleRange(min = -30, max = 9) double a, @ForAll @DoubleRange(min = 0.03, max = 12) double d) {
        double expected = 0;
        for (int n = 0; n < 4000; n++) {
            double t = a + n * d;
            expected += Math.exp(-0.5 * t * t);
        }
        assertThat(ImageSum.of(a, d)).isCloseTo(expected, within(3e-6 * expected + 1e-20));
    }
}
