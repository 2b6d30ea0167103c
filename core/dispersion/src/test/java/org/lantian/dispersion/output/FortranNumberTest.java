package org.lantian.dispersion.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers printed as Fortran does")
class FortranNumberTest {

    private static String fixed(double value, int width, int decimals) {
        StringBuilder out = new StringBuilder();
        FortranNumber.fixed(out, value, width, decimals);
        return out.toString();
    }

    private static String exponent(double value) {
        StringBuilder out = new StringBuilder();
        FortranNumber.exponent(out, value, 13, 6);
        return out.toString();
    }

    @Test
    @DisplayName("have decimals, sign and width")
    void fixedExamples() {
        assertThat(fixed(26.04722665, 13, 5)).isEqualTo("     26.04723");
        assertThat(fixed(-1.2e-12, 13, 5)).isEqualTo("     -0.00000");
        assertThat(fixed(0.125, 8, 2)).isEqualTo("    0.12");
        assertThat(fixed(1e12, 8, 2)).isEqualTo("********");
    }

    @Test
    @DisplayName("have a mantissa below one and two digits of exponent, or three without the letter")
    void exponentExamples() {
        assertThat(exponent(2.44066)).isEqualTo(" 0.244066E+01");
        assertThat(exponent(0)).isEqualTo(" 0.000000E+00");
        assertThat(exponent(0.999999999)).isEqualTo(" 0.100000E+01");
        assertThat(exponent(1.42063e-18)).isEqualTo(" 0.142063E-17");
        assertThat(exponent(-3.5e7)).isEqualTo("-0.350000E+08");
        assertThat(exponent(1.5e-120)).isEqualTo(" 0.150000-119");
    }

    @Property
    void fixedIsCorrectlyRounded(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        String expected =
                new BigDecimal(value).setScale(5, RoundingMode.HALF_EVEN).toPlainString();
        if (value < 0 && !expected.startsWith("-")) {
            expected = "-" + expected;
        }
        assertThat(fixed(value, 20, 5).strip()).isEqualTo(expected);
    }

    @Property
    void exponentIsCorrectlyRounded(
            @ForAll @DoubleRange(min = 1, max = 10) double mantissa, @ForAll @IntRange(min = -90, max = 90) int power) {
        double value = mantissa * Math.pow(10, power);
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_EVEN));
        assertThat(new BigDecimal(exponent(value).strip())).isEqualByComparingTo(rounded);
    }
}
