package org.lantian.dispersion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.source.EmissionSchedule.Factors;
import org.lantian.dispersion.source.EmissionSchedule.Kind;
import org.lantian.dispersion.weather.HourStamp;

@DisplayName("Sources")
class SourcesTest {

    private static final AreaSource.Release LOW = new AreaSource.Release(0, 2, 0);

    @Test
    @DisplayName("a rectangle runs along its azimuth and to the right of it")
    void rectangle() {
        AreaSource area = AreaSource.rectangle("A", new PlanePoint(10, 20), 30, 40, 90, LOW);
        assertThat(area.squareMetres()).isCloseTo(1200, within(1e-9));
        assertThat(area.vertices().get(1).x()).isCloseTo(50, within(1e-9));
        assertThat(area.vertices().get(1).y()).isCloseTo(20, within(1e-9));
        assertThat(area.vertices().get(2).y()).isCloseTo(-10, within(1e-9));
    }

    @Test
    @DisplayName("a circle keeps its area whatever the number of sides, and begins in the north")
    void circle() {
        AreaSource area = AreaSource.circle("C", new PlanePoint(0, 0), 100, 8, LOW);
        assertThat(area.squareMetres()).isCloseTo(Math.PI * 1e4, within(1e-6));
        assertThat(area.location().x()).isZero();
        assertThat(area.location().y()).isGreaterThan(100);
    }

    @Test
    @DisplayName("a line is as wide as it says")
    void line() {
        AreaSource area = AreaSource.line("L", new PlanePoint(0, 0), new PlanePoint(300, 400), 10, LOW);
        assertThat(area.squareMetres()).isCloseTo(5000, within(1e-6));
    }

    @Test
    @DisplayName(
            "an area without extent, a stack without diameter, a negative rate and an unknown temperature are refused")
    void badSources() {
        PlanePoint p = new PlanePoint(0, 0);
        assertThatThrownBy(() -> new AreaSource("A", List.of(p, p, p), 0, 2, 0)).hasMessageContaining("no area");
        assertThatThrownBy(() -> new PointSource("P", p, 0, 10, 400, 5, 0, PointSource.Outlet.VERTICAL))
                .hasMessageContaining("diameter is 0.0");
        assertThatThrownBy(() -> new PointSource("P", p, 0, 10, Double.NaN, 5, 1, PointSource.Outlet.VERTICAL))
                .hasMessageContaining("temperature is NaN");
        assertThatThrownBy(() -> ScheduledSource.constant(new VolumeSource("V", p, 0, 1, 1, 1), -1))
                .hasMessageContaining("rate of V is -1.0");
        assertThatThrownBy(() -> new PlanePoint(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("factors follow month, hour, season, weekday and wind class")
    void factors() {
        HourStamp saturday = HourStamp.of(LocalDate.of(1996, 12, 7), 24);
        assertThat(numbered(Kind.MONTH).at(saturday, 1)).isEqualTo(11);
        assertThat(numbered(Kind.HOUR_OF_DAY).at(saturday, 1)).isEqualTo(23);
        assertThat(numbered(Kind.SEASON).at(saturday, 1))
                .as("December is winter")
                .isZero();
        assertThat(numbered(Kind.SEASON_HOUR).at(saturday, 1)).isEqualTo(23);
        assertThat(numbered(Kind.MONTH_HOUR_WEEKDAY).at(saturday, 1)).isEqualTo((12 + 11) * 24 + 23);
        assertThat(numbered(Kind.WIND_CLASS).at(saturday, 1.54))
                .as("a bound is in the lower class")
                .isZero();
        assertThat(numbered(Kind.WIND_CLASS).at(saturday, 10.81)).isEqualTo(5);
        HourStamp march = HourStamp.of(LocalDate.of(1996, 3, 1), 1);
        assertThat(numbered(Kind.SEASON).at(march, 1)).isEqualTo(1);
    }

    @Test
    @DisplayName("a table of the wrong length or with a negative factor is refused")
    void badFactors() {
        assertThatThrownBy(() -> new Factors(Kind.MONTH, new double[11])).hasMessageContaining("needs 12 factors");
        assertThatThrownBy(() -> new Factors(Kind.SEASON, new double[] {1, 1, -1, 1}))
                .hasMessageContaining("not negative");
    }

    private static Factors numbered(Kind kind) {
        return new Factors(
                kind, IntStream.range(0, kind.size()).asDoubleStream().toArray());
    }
}
