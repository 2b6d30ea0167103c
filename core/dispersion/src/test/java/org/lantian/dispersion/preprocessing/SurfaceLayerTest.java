package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The surface layer of an hour")
class SurfaceLayerTest {

    private static WindOverGround wind(double speed, double roughness) {
        return new WindOverGround(speed, 10, roughness, 285, 940);
    }

    @Property
    @Label("by day: L has the sign of −H, u* grows with the wind and with the heat")
    void convective(
            @ForAll @DoubleRange(min = 0.3, max = 25) double speed,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 1.3) double roughness,
            @ForAll @DoubleRange(min = 0.1, max = 500) double heat) {
        SurfaceLayer layer = ConvectiveLayer.of(wind(speed, roughness), heat);
        assertThat(layer.obukhovLength()).isBetween(-8888.0, -1.0);
        assertThat(layer.sensibleHeatFlux()).isEqualTo(heat);
        assertThat(ConvectiveLayer.of(wind(speed * 1.05, roughness), heat).frictionVelocity())
                .isGreaterThan(layer.frictionVelocity());
        assertThat(ConvectiveLayer.of(wind(speed, roughness), heat * 1.1).frictionVelocity())
                .isGreaterThanOrEqualTo(layer.frictionVelocity() * (1 - 1e-9));
    }

    @Property
    @Label("by day: u* and L give back the wind and the heat")
    void convectiveIsConsistent(
            @ForAll @DoubleRange(min = 1, max = 20) double speed,
            @ForAll @DoubleRange(min = 0.01, max = 1) double roughness,
            @ForAll @DoubleRange(min = 5, max = 400) double heat) {
        WindOverGround wind = wind(speed, roughness);
        SurfaceLayer layer = ConvectiveLayer.of(wind, heat);
        double length = layer.obukhovLength();
        if (length > -1.001 || length < -8880) {
            return;
        }
        assertThat(ConvectiveLayer.frictionVelocity(speed, 10, roughness, length))
                .isCloseTo(layer.frictionVelocity(), within(1e-4 * layer.frictionVelocity()));
        double heatAgain = -wind.heatCapacity()
                * 285
                * Math.pow(layer.frictionVelocity(), 3)
                / (SurfaceLayer.KARMAN * SurfaceLayer.GRAVITY * length);
        assertThat(heatAgain).isCloseTo(heat, within(1e-6 * heat));
    }

    @Property
    @Label("at night: L > 0, H < 0 and at most 64 W/m², u* grows with the wind")
    void stable(
            @ForAll @DoubleRange(min = 0.3, max = 25) double speed,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 1.3) double roughness,
            @ForAll @DoubleRange(min = 0, max = 1) double cloud) {
        double scale = StableLayer.temperatureScale(cloud);
        SurfaceLayer layer = StableLayer.of(wind(speed, roughness), scale);
        assertThat(layer.obukhovLength()).isBetween(1.0, 8888.0);
        assertThat(layer.sensibleHeatFlux()).isNegative().isGreaterThanOrEqualTo(-64.000001);
        assertThat(StableLayer.of(wind(speed * 1.02, roughness), scale).frictionVelocity())
                .isGreaterThan(layer.frictionVelocity());
    }

    @Property
    @Label("at night with the adjusted u*: the same, and more u* than without in weak winds")
    void adjusted(
            @ForAll @DoubleRange(min = 0.3, max = 25) double speed,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 1) double roughness,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 1) double share) {
        SurfaceLayer layer = AdjustedStableLayer.of(wind(speed, roughness), share);
        assertThat(layer.obukhovLength()).isBetween(1.0, 8888.0);
        assertThat(layer.sensibleHeatFlux()).isNegative().isGreaterThanOrEqualTo(-64.000001);
        assertThat(AdjustedStableLayer.of(wind(speed * 1.02, roughness), share).frictionVelocity())
                .isGreaterThan(layer.frictionVelocity());
        if (speed < 1) {
            assertThat(layer.frictionVelocity())
                    .isGreaterThan(StableLayer.of(wind(speed, roughness), 0.08).frictionVelocity());
        }
    }

    @Test
    @DisplayName("at night: nothing leaps where the critical speed or the limit of 64 W/m² is passed")
    void isContinuous() {
        SurfaceLayer before = StableLayer.of(wind(0.3, 0.1), 0.09);
        boolean sawCalmSide = false;
        boolean sawLimit = false;
        for (double speed = 0.3005; speed < 20; speed += 0.0005) {
            SurfaceLayer layer = StableLayer.of(wind(speed, 0.1), 0.09);
            // just above the critical speed u* rises like a square root
            assertThat(layer.frictionVelocity() - before.frictionVelocity())
                    .as("u* at %s m/s", speed)
                    .isBetween(0.0, 0.005);
            assertThat(Math.abs(layer.sensibleHeatFlux() - before.sensibleHeatFlux()))
                    .isLessThan(0.6);
            sawCalmSide |= layer.obukhovLength() < 5;
            sawLimit |= layer.sensibleHeatFlux() < -63.999;
            before = layer;
        }
        assertThat(sawCalmSide).isTrue();
        assertThat(sawLimit).isTrue();
    }

    @Test
    @DisplayName("passes through neutral without a leap of u* as the heat changes its sign")
    void isContinuousThroughNeutral() {
        SurfaceLayer day = ConvectiveLayer.of(wind(4, 0.1), 1e-4);
        SurfaceLayer evening = StableLayer.of(wind(4, 0.1), 1e-6);
        double neutral = 0.4 * 4 / Math.log(100);
        assertThat(day.frictionVelocity()).isCloseTo(neutral, within(1e-4));
        assertThat(evening.frictionVelocity()).isCloseTo(neutral, within(1e-4));
        assertThat(day.obukhovLength()).isEqualTo(-8888);
        assertThat(evening.obukhovLength()).isEqualTo(8888);
    }

    @Test
    @DisplayName("under a low sun: the night's cooling fades to zero at the critical elevation")
    void fades() {
        assertThat(StableLayer.shareUnderLowSun(-3, 12)).isEqualTo(1);
        assertThat(StableLayer.shareUnderLowSun(0, 12)).isEqualTo(1);
        assertThat(StableLayer.shareUnderLowSun(6, 12)).isEqualTo(0.75);
        assertThat(StableLayer.shareUnderLowSun(12, 12)).isZero();
        assertThat(StableLayer.shareUnderLowSun(13, 12)).isZero();
    }

    @Test
    @DisplayName("is refused where the anemometer stands in the roughness")
    void refusesLowAnemometer() {
        assertThatThrownBy(() -> wind(3, 1.5)).hasMessageContaining("10.0 m").hasMessageContaining("1.5");
        assertThatThrownBy(() -> wind(0, 0.1)).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> ConvectiveLayer.of(wind(3, 0.1), -1)).hasMessageContaining("heat flux");
    }
}
