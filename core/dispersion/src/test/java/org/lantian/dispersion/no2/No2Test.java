package org.lantian.dispersion.no2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("NO2 from NOx")
class No2Test {

    @Test
    @DisplayName("by ARM2 falls with the total of all sources, between its least and greatest ratio")
    void arm2() {
        Arm2 arm2 = new Arm2(0.5, 0.9);
        assertThat(arm2.ratio(0)).isEqualTo(0.9);
        assertThat(arm2.ratio(2000)).isEqualTo(0.5);
        // 1.2441 − 2.7383e-3·200 − 5.6062e-6·200² + 3.4555e-8·200³ − 5.8345e-11·200⁴ + 4.2795e-14·200⁵ −
        // 1.1723e-17·200⁶
        assertThat(arm2.ratio(200)).isCloseTo(0.668224, offset(1e-5));
        double[][] nox = {{120}, {80}};
        arm2.convert(nox, Double.NaN);
        assertThat(nox[0][0]).isCloseTo(120 * arm2.ratio(200), offset(1e-12));
        assertThat(nox[1][0]).isCloseTo(80 * arm2.ratio(200), offset(1e-12));
    }

    @Test
    @DisplayName("by OLM takes ozone mole for mole, shared by merged plumes, in full by each other plume")
    void ozoneLimiting() {
        // 46 µg NOx with 10 % NO2 hold 41.4/46·30 = 27 µg NO; 24 µg ozone turn 15 µg of it into 23 µg NO2
        double[][] alone = {{46}, {46}};
        new OzoneLimiting(new double[] {0.1, 0.1}, 0.9, List.of()).convert(alone, 24);
        assertThat(alone[0][0]).isCloseTo(4.6 + 23, offset(1e-9));
        double[][] merged = {{46}, {46}};
        new OzoneLimiting(new double[] {0.1, 0.1}, 0.9, List.of(new int[] {0, 1})).convert(merged, 24);
        assertThat(merged[0][0] + merged[1][0]).isCloseTo(9.2 + 23, offset(1e-9));
    }

    @Test
    @DisplayName("by OLM is complete up to equilibrium where ozone is plenty or missing")
    void plenty() {
        OzoneLimiting olm = new OzoneLimiting(new double[] {0.1}, 0.9, List.of());
        double[][] plenty = {{46}};
        olm.convert(plenty, 200);
        assertThat(plenty[0][0]).isCloseTo(0.9 * 46, offset(1e-9));
        double[][] missing = {{46}};
        olm.convert(missing, Double.NaN);
        assertThat(missing[0][0]).isCloseTo(0.9 * 46, offset(1e-9));
    }

    @Test
    @DisplayName("by OLM refuses a source in two merged plumes")
    void twice() {
        assertThatThrownBy(() -> new OzoneLimiting(new double[] {0.1}, 0.9, List.of(new int[] {0}, new int[] {0})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void neverMoreThanNox(
            @ForAll @DoubleRange(min = 0, max = 5000) double a,
            @ForAll @DoubleRange(min = 0, max = 5000) double b,
            @ForAll @DoubleRange(min = 0, max = 400) double ozone,
            @ForAll @DoubleRange(min = 0, max = 1) double ratio) {
        double[][] nox = {{a}, {b}};
        new OzoneLimiting(new double[] {ratio, ratio}, 0.9, List.of(new int[] {0, 1})).convert(nox, ozone);
        assertThat(nox[0][0]).isBetween(0.0, 0.9 * a + 1e-9);
        assertThat(nox[1][0]).isBetween(0.0, 0.9 * b + 1e-9);
    }

    @Test
    @DisplayName("ozone at night has a floor from the 24 hours before, weaker as the air is less stable")
    void night() {
        NightOzone night = new NightOzone();
        assertThat(night.next(100, false, -50)).isEqualTo(100);
        assertThat(night.next(10, true, 40)).isEqualTo(78.4);
        assertThat(night.next(10, true, 150)).isCloseTo(39.2, offset(1e-9));
        assertThat(night.next(10, true, 300)).isEqualTo(10);
        assertThat(night.next(Double.NaN, true, 40)).isNaN();
        for (int i = 0; i < 24; i++) {
            night.next(20, false, -50);
        }
        assertThat(night.next(10, true, 40)).isEqualTo(20);
    }

    @Test
    @DisplayName("background of 1.730 ppb NO2 is 3.25249 µg/m³, as the reference prints it")
    void units() {
        assertThat(GasUnit.PPB.no2(1.730)).isCloseTo(3.25249, offset(5e-6));
        assertThat(GasUnit.PPM.ozone(0.04)).isCloseTo(78.4, offset(1e-9));
        assertThat(GasUnit.MICROGRAMS.ozone(5)).isEqualTo(5);
    }
}
