package org.lantian.dispersion.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

@Label("Reflected Gaussians")
class ReflectionsTest {

    @Property
    void stableEqualsTheSumImageByImage(
            @ForAll @DoubleRange(min = -200, max = 900) double z,
            @ForAll @DoubleRange(min = 0, max = 800) double h,
            @ForAll @DoubleRange(min = 1, max = 3) double lidOverHeight,
            @ForAll @DoubleRange(min = 2, max = 2000) double sigma) {
        double lid = Math.max(20, h * lidOverHeight);
        equal(Reflections.stable(z, h, lid, sigma), PlainReflections.stable(z, h, lid, sigma), sigma);
    }

    @Property
    void directAndIndirectEqualTheSumImageByImage(
            @ForAll @DoubleRange(min = -200, max = 900) double z,
            @ForAll @DoubleRange(min = -4000, max = 4000) double h,
            @ForAll @DoubleRange(min = 50, max = 3000) double zi,
            @ForAll @DoubleRange(min = 0.5, max = 2) double spread) {
        double sigma = Math.max(5, spread * Math.abs(h));
        equal(Reflections.direct(z, h, zi, sigma), PlainReflections.direct(z, h, zi, sigma), sigma);
        equal(Reflections.indirect(z, h, zi, sigma), PlainReflections.indirect(z, h, zi, sigma), sigma);
    }

    @Example
    @Label("a plume much wider than the layer is spread evenly over it")
    void wellMixed() {
        assertThat(Reflections.stable(30, 200, 500, 2000)).isCloseTo(1.0 / 500, within(1e-9));
    }

    /** Exponents below −50 are cut off by the plain sum: 2e-22 of a term each. */
    private static void equal(double ours, double plain, double sigma) {
        assertThat(ours).isCloseTo(plain, within(4e-6 * plain + 1e-17 / sigma));
    }
}
