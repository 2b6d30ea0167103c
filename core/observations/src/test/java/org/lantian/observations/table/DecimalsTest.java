package org.lantian.observations.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Decimals read from bytes")
class DecimalsTest {

    @Property(tries = 20_000)
    @Label("equal what the JDK reads, for any number of digits")
    void equalsJdk(
            @ForAll long unscaled, @ForAll @IntRange(max = 12) int decimals, @ForAll @IntRange(max = 18) int cut) {
        String text = new BigDecimal(java.math.BigInteger.valueOf(unscaled / (long) Math.pow(10, cut)), decimals)
                .toPlainString();
        assertThat(Decimals.parse(text)).as(text).isEqualTo(Float.parseFloat(text));
    }

    @Property
    @Label("any text either equals the JDK's float or is refused")
    void anyText(@ForAll String text) {
        float value = Decimals.parse(text);
        if (!Float.isNaN(value)) {
            assertThat(value).isEqualTo(Float.parseFloat(text));
        }
    }

    @ParameterizedTest
    @DisplayName("what is no plain decimal number is NaN")
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1f",
                "0x10",
                "NaN",
                "Infinity",
                "1,5",
                "1 5",
                "１２",
                "1e99",
                "--1",
                "1.2.3",
                "e5",
                "12H"
            })
    void refused(String text) {
        assertThat(Decimals.parse(text)).isNaN();
    }
}
