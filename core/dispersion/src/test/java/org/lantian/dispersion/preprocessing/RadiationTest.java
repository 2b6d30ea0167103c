package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Radiation and heat at the ground")
class RadiationTest {

    /** Jincheng, in Chinese time. */
    private static final SunPosition SUN = new SunPosition(35.49, 112.85, 8);

    @Test
    @DisplayName("puts the sun at 90° − latitude + declination at true noon")
    void knowsTheSun() {
        double highest = 0;
        for (double hour = 11; hour < 14; hour += 1 / 60.0) {
            highest = Math.max(highest, SUN.elevationDegrees(172, hour));
        }
        // summer solstice: declination 23.44°
        assertThat(highest).isCloseTo(90 - 35.49 + 23.44, within(0.05));
        assertThat(SUN.elevationDegrees(172, 0)).isNegative();
    }

    @Test
    @DisplayName("finds true noon late in the time zone's west and early in its east")
    void knowsTheZone() {
        double west = noon(new SunPosition(39.5, 76, 8));
        double east = noon(new SunPosition(45.8, 126.6, 8));
        // four minutes a degree, and the equation of time of 11 February, 14 minutes
        assertThat(west).isCloseTo(12 + (120 - 76) / 15.0 + 14.2 / 60, within(0.05));
        assertThat(east).isCloseTo(12 + (120 - 126.6) / 15 + 14.2 / 60, within(0.05));
    }

    private static double noon(SunPosition sun) {
        double best = 0;
        for (double hour = 6; hour < 20; hour += 0.01) {
            best = sun.sineOfElevation(42, hour) > sun.sineOfElevation(42, best) ? hour : best;
        }
        return best;
    }

    @Test
    @DisplayName("gives the insolation, albedo and heat of a worked example")
    void worksAnExample() {
        // sin φ = 0.5: 990 · 0.5 − 30 = 465; half cloud: 1 − 0.75 · 0.5^3.4 = 0.92896
        double insolation = Radiation.clearSky(0.5) * Radiation.transmittance(0.5);
        assertThat(insolation).isCloseTo(431.97, within(0.01));
        // φ = 30°, r' = 0.2: 0.2 + 0.8 exp(−3 − 0.32)
        double albedo = Radiation.albedo(0.2, 30);
        assertThat(albedo).isCloseTo(0.228922, within(1e-6));
        // 290 K: 5.31e-13 T⁶ = 315.85; 5.67e-8 T⁴ = 401.03; 60 n = 30
        double net = Radiation.net(insolation, albedo, 290, 0.5);
        assertThat(net).isCloseTo((0.771078 * 431.97 + 315.85 - 401.03 + 30) / 1.12, within(0.02));
        assertThat(Radiation.sensibleHeat(net, 1)).isCloseTo(0.45 * net, within(1e-9));
    }

    @Property
    @Label("closes the energy balance: R_n = H + H/B₀ + 0.1 R_n")
    void closesTheBalance(
            @ForAll @DoubleRange(min = -100, max = 800) double net,
            @ForAll @DoubleRange(min = 0.05, max = 20) double bowen) {
        double heat = Radiation.sensibleHeat(net, bowen);
        assertThat(heat + heat / bowen + 0.1 * net).isCloseTo(net, within(1e-9));
    }

    @Property
    @Label("loses sun with cloud, and the albedo grows towards 1 as the sun sinks")
    void isMonotone(
            @ForAll @DoubleRange(min = 0, max = 0.99) double cloud,
            @ForAll @DoubleRange(min = 0, max = 0.9) double noonAlbedo,
            @ForAll @DoubleRange(min = 0.1, max = 89) double elevation) {
        assertThat(Radiation.transmittance(cloud + 0.01)).isLessThan(Radiation.transmittance(cloud));
        assertThat(Radiation.albedo(noonAlbedo, elevation))
                .isGreaterThan(Radiation.albedo(noonAlbedo, elevation + 1))
                .isBetween(noonAlbedo, 1.0);
    }

    @Property
    @Label("makes the net radiation vanish at the critical elevation")
    void findsTheCriticalElevation(
            @ForAll @DoubleRange(min = 0, max = 0.5) double noonAlbedo,
            @ForAll @DoubleRange(min = 250, max = 310) double kelvin,
            @ForAll @DoubleRange(min = 0, max = 1) double cloud) {
        double critical = Radiation.criticalElevation(noonAlbedo, kelvin, cloud);
        double insolation = Radiation.clearSky(Math.sin(Math.toRadians(critical))) * Radiation.transmittance(cloud);
        double net = Radiation.net(insolation, Radiation.albedo(noonAlbedo, critical), kelvin, cloud);
        assertThat(critical).isBetween(0.0, 90.0);
        if (critical > 0.001 && critical < 89.9) {
            assertThat(net).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    @DisplayName("counts only what shines in the hour of sunrise")
    void countsSunrise() {
        double middle = Radiation.clearSky(SUN.sineOfElevation(80, 6.5));
        assertThat(middle).isZero();
        assertThat(Radiation.clearSkyOfHour(SUN, 80, 7)).isPositive();
        assertThat(Radiation.clearSkyOfHour(SUN, 80, 5)).isZero();
    }
}
