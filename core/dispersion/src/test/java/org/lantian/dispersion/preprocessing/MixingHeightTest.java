package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mixing heights")
class MixingHeightTest {

    @Property
    @Label("z_im grows with u*, from any height before, and lies between that height and the equilibrium")
    void mechanical(
            @ForAll @DoubleRange(min = 1, max = 4000) double before,
            @ForAll @DoubleRange(min = 0.01, max = 1.2) double frictionVelocity) {
        double height = MechanicalMixing.after(before, frictionVelocity);
        double equilibrium = MechanicalMixing.equilibrium(frictionVelocity);
        assertThat(height)
                .isBetween(Math.min(before, equilibrium) * (1 - 1e-9), Math.max(before, equilibrium) * (1 + 1e-9));
        assertThat(MechanicalMixing.after(Double.NaN, frictionVelocity * 1.01))
                .isGreaterThan(MechanicalMixing.after(Double.NaN, frictionVelocity));
    }

    @Test
    @DisplayName("z_im follows a falling wind with the delay of a worked example")
    void mechanicalExample() {
        // 652 m before, u* 0.137: equilibrium 121.7 m, τ = 2379.6 s, exp(−3600/τ) = 0.2203
        assertThat(MechanicalMixing.after(652, 0.137)).isCloseTo(238.5, within(0.5));
        assertThat(MechanicalMixing.equilibrium(3)).isEqualTo(4000);
    }

    @Property
    @Label("z_ic in a constant gradient is √(2 Q/γ)")
    void constantGradient(
            @ForAll @DoubleRange(min = 1, max = 5000) double heat,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.1) double gradient) {
        double expected = Math.clamp(Math.sqrt(2 * heat / gradient), 1, 4000);
        assertThat(MorningSounding.substitute(gradient).mixedBy(heat)).isCloseTo(expected, within(1e-6 * expected));
    }

    @Property
    @Label("z_ic grows with the heat through any sounding, and needs just that heat")
    void sounding(
            @ForAll @DoubleRange(min = 0, max = 8) double inversion,
            @ForAll @DoubleRange(min = 0.5, max = 3000) double heat) {
        MorningSounding sounding = MorningSounding.of(List.of(
                new MorningSounding.Level(2, 280),
                new MorningSounding.Level(300, 280 + inversion),
                new MorningSounding.Level(2000, 284 + inversion)));
        double height = sounding.mixedBy(heat);
        assertThat(sounding.mixedBy(heat * 1.1)).isGreaterThanOrEqualTo(height);
        assertThat(needed(inversion, height)).isCloseTo(heat, within(0.02 * heat + 0.5));
    }

    /** z θ(z) − ∫ θ dz' by many thin layers: the simple form of what the class does in closed form. */
    private static double needed(double inversion, double height) {
        double top = theta(inversion, height);
        int layers = 20_000;
        double sum = 0;
        for (int i = 0; i < layers; i++) {
            sum += (top - theta(inversion, (i + 0.5) * height / layers)) * height / layers;
        }
        return sum;
    }

    private static double theta(double inversion, double z) {
        if (z < 2) {
            return 280;
        }
        if (z < 300) {
            return 280 + inversion * (z - 2) / 298;
        }
        return z < 2000
                ? 280 + inversion + 4 * (z - 300) / 1700
                : 284 + inversion + MorningSounding.SUBSTITUTE_GRADIENT * (z - 2000);
    }

    @Test
    @DisplayName("a day's z_ic never sinks, and a missed hour counts with the heat around it")
    void day() {
        ConvectiveDay whole = new ConvectiveDay(MorningSounding.substitute(0.005), true);
        ConvectiveDay broken = new ConvectiveDay(MorningSounding.substitute(0.005), true);
        double first = whole.after(100);
        double second = whole.after(200);
        double third = whole.after(300);
        assertThat(first).isLessThan(second).isCloseTo(Math.sqrt(2 * 1.4 * 100 / 0.005), within(0.01));
        assertThat(broken.after(100)).isEqualTo(first);
        broken.missHour();
        assertThat(broken.bridges()).isTrue();
        assertThat(broken.after(300)).isCloseTo(third, within(1e-6));
        assertThat(broken.bridges()).isFalse();
    }

    @Test
    @DisplayName("a sounding gives the gradient of the 500 m above, at least 0.005 K/m")
    void gradient() {
        MorningSounding sounding =
                MorningSounding.of(List.of(new MorningSounding.Level(0, 280), new MorningSounding.Level(1000, 290)));
        assertThat(sounding.gradientAbove(100)).isCloseTo(0.01, within(1e-9));
        assertThat(sounding.gradientAbove(750)).isCloseTo(0.0075, within(1e-9));
        assertThat(MorningSounding.substitute(0.002).gradientAbove(100)).isEqualTo(0.005);
        assertThatThrownBy(() -> MorningSounding.of(List.of(new MorningSounding.Level(0, 280))))
                .hasMessageContaining("two levels");
    }
}
