package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;

@DisplayName("The check of weather files")
class PlausibilityCheckTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 10);

    /** A convective hour that agrees with itself: 3 m/s over 0.1 m, H 150 W/m². */
    private static Hour good() {
        WindOverGround wind = new WindOverGround(3, 10, 0.1, 285, 930);
        SurfaceLayer layer = ConvectiveLayer.of(wind, 150);
        Hour hour = new Hour();
        hour.heat = 150;
        hour.frictionVelocity = layer.frictionVelocity();
        hour.length = layer.obukhovLength();
        hour.velocity = ConvectiveLayer.velocityScale(150, 800, 930, 285);
        return hour;
    }

    /** What a test changes. */
    private static final class Hour {
        private double heat;
        private double frictionVelocity;
        private double velocity;
        private double length;
        private double mixing = 800;
        private double speed = 3;
        private double direction = 200;
        private double kelvin = 285;
        private double pressure = 930;
        private double profileSpeed = 3;
        private int hour = 13;

        WeatherHour build() {
            return new WeatherHour(
                    HourStamp.of(DAY, hour),
                    new SurfaceHour(
                            heat,
                            frictionVelocity,
                            velocity,
                            0.005,
                            mixing,
                            500,
                            length,
                            0.1,
                            1,
                            0.2,
                            speed,
                            direction,
                            10,
                            kelvin,
                            2,
                            0,
                            0,
                            50,
                            pressure,
                            3),
                    List.of(new ProfileLevel(10, direction, profileSpeed, kelvin - 273.15, 99, 99)));
        }
    }

    private static PlausibilityCheck check(Hour... hours) {
        PlausibilityCheck check = new PlausibilityCheck(Optional.of(new SunPosition(35.49, 112.85, 8)), false);
        for (int i = 0; i < hours.length; i++) {
            check.add(hours[i].build(), i + 2);
        }
        return check;
    }

    private static List<String> fields(Hour... hours) {
        return check(hours).findings().stream().map(Finding::field).toList();
    }

    @Test
    @DisplayName("finds nothing in an hour that agrees with itself")
    void passes() {
        assertThat(check(good()).findings()).isEmpty();
        assertThat(check(good()).count(HourClass.CONVECTIVE)).isEqualTo(1);
    }

    @Test
    @DisplayName("names row, field, value, expectation and reason")
    void explains() {
        Hour wrong = good();
        wrong.velocity = 9;
        assertThat(check(good(), wrong).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(3);
            assertThat(finding.field()).isEqualTo("w*");
            assertThat(finding.value()).isEqualTo("9.0");
            assertThat(finding.expected().en()).startsWith("about 1.5");
            assertThat(finding.why().en()).contains("g H z_ic");
        });
    }

    @Test
    @DisplayName("finds signs, lengths and friction velocities that contradict each other")
    void contradictions() {
        Hour sign = good();
        sign.length = 50;
        sign.velocity = -9;
        assertThat(fields(sign)).contains("L");
        Hour length = good();
        length.length *= 1.5;
        assertThat(fields(length)).contains("L");
        Hour friction = good();
        friction.frictionVelocity *= 2;
        assertThat(fields(friction)).contains("u*", "L");
    }

    @Test
    @DisplayName("finds values that do not occur, and winds in which the files differ")
    void ranges() {
        Hour cold = good();
        cold.kelvin = 12;
        assertThat(fields(cold)).contains("temperature");
        Hour storm = good();
        storm.speed = 80;
        storm.profileSpeed = 80;
        assertThat(fields(storm)).contains("wind speed");
        Hour pressure = good();
        pressure.pressure = 93;
        assertThat(fields(pressure)).contains("pressure");
        Hour other = good();
        other.profileSpeed = 4;
        assertThat(fields(other)).containsExactly("wind speed");
    }

    @Test
    @DisplayName("finds convection at night: the time zone is wrong")
    void night() {
        Hour night = good();
        night.hour = 2;
        assertThat(check(night).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.why().en()).contains("below the horizon"));
    }

    @Test
    @DisplayName("finds leaps of temperature, a sinking mixing height and stuck instruments")
    void neighbours() {
        Hour warm = good();
        warm.kelvin = 299;
        warm.length *= 299 / 285.0;
        assertThat(fields(good(), warm)).contains("temperature");
        Hour low = good();
        low.mixing = 400;
        low.velocity = ConvectiveLayer.velocityScale(150, 400, 930, 285);
        assertThat(fields(good(), low)).containsExactly("z_ic");
        Hour[] same = new Hour[12];
        java.util.Arrays.setAll(same, i -> good());
        assertThat(fields(same)).containsExactly("wind");
    }

    @Test
    @DisplayName("counts calm and missing hours without finding fault")
    void codes() {
        Hour calm = good();
        calm.speed = 0;
        calm.profileSpeed = 0;
        calm.length = -99999;
        calm.frictionVelocity = -9;
        Hour missing = good();
        missing.speed = 999;
        missing.direction = 999;
        missing.profileSpeed = 999;
        missing.kelvin = 999;
        PlausibilityCheck check = check(calm, missing);
        assertThat(check.findings()).isEmpty();
        assertThat(check.count(HourClass.CALM)).isEqualTo(1);
        assertThat(check.count(HourClass.MISSING)).isEqualTo(1);
    }
}
