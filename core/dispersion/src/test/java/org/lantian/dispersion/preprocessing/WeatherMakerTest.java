package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Entry;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.SurfaceHour;

@DisplayName("The hours made from observations")
class WeatherMakerTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 10);
    private static final Ground GRASS = new Ground(0.2, 1, 0.1);

    private static Station station(boolean adjusted) {
        return new Station(new SunPosition(35.49, 112.85, 8), 10, 2, 740, Station.LEAST_WIND, adjusted);
    }

    /** A fine spring day at Jincheng, changed hour by hour. */
    private static List<FilledHour> day(LocalDate date, UnaryOperator<SurfaceObservation> change) {
        List<FilledHour> hours = new ArrayList<>();
        for (int hour = 1; hour <= 24; hour++) {
            double kelvin = 283 + 6 * Math.sin(Math.toRadians(15 * (hour - 9)));
            SurfaceObservation usual =
                    new SurfaceObservation(HourStamp.of(date, hour), 3, 200, kelvin, 0.3, 930, 50, 0, Double.NaN);
            hours.add(new FilledHour(change.apply(usual), Set.of()));
        }
        return hours;
    }

    private static WeatherMaker maker(Station station, Surroundings surroundings) {
        return new WeatherMaker(station, surroundings, Map.of(), MorningSounding.SUBSTITUTE_GRADIENT);
    }

    private static List<MadeHour> make(UnaryOperator<SurfaceObservation> change) {
        return maker(station(false), SurfaceCharacteristics.uniform(GRASS)).make(day(DAY, change), Double.NaN);
    }

    private static SurfaceHour surface(List<MadeHour> hours, int hour) {
        return hours.get(hour - 1).weather().surface();
    }

    private static HourClass kind(List<MadeHour> hours, int hour) {
        return HourClass.of(surface(hours, hour));
    }

    @Test
    @DisplayName("are stable at night and convective by day, with a mixing height that grows")
    void ordinaryDay() {
        List<MadeHour> hours = make(hour -> hour);
        assertThat(kind(hours, 3)).isEqualTo(HourClass.STABLE);
        assertThat(kind(hours, 22)).isEqualTo(HourClass.STABLE);
        double before = 0;
        for (int hour = 9; hour <= 17; hour++) {
            SurfaceHour s = surface(hours, hour);
            assertThat(kind(hours, hour)).isEqualTo(HourClass.CONVECTIVE);
            assertThat(s.sensibleHeatFlux()).isBetween(5.0, 400.0);
            assertThat(s.convectiveMixingHeight()).isGreaterThan(before);
            assertThat(s.gradientAboveMixingHeight()).isCloseTo(0.005, within(1e-9));
            before = s.convectiveMixingHeight();
        }
        assertThat(surface(hours, 3).albedo()).isEqualTo(1);
        assertThat(surface(hours, 12).albedo()).isCloseTo(0.2, within(0.01));
        assertThat(hours.get(11).substitutions()).containsExactly(Substitution.SOUNDING_ASSUMED);
        assertThat(hours.get(2).substitutions()).isEmpty();
    }

    @Test
    @DisplayName("keep heat and mixing height in a calm, but have no u*; the night after starts its z_im anew")
    void calm() {
        List<MadeHour> still = make(hour ->
                hour.stamp().hour() == 12 || hour.stamp().hour() == 2 ? hour.with(Element.WIND_SPEED, 0.2) : hour);
        List<MadeHour> windy = make(hour -> hour);
        assertThat(kind(still, 12)).isEqualTo(HourClass.CALM);
        assertThat(surface(still, 12).sensibleHeatFlux())
                .isEqualTo(surface(windy, 12).sensibleHeatFlux());
        assertThat(surface(still, 12).convectiveMixingHeight())
                .isEqualTo(surface(windy, 12).convectiveMixingHeight());
        assertThat(surface(still, 12).frictionVelocity()).isEqualTo(-9);
        assertThat(surface(still, 12).obukhovLength()).isEqualTo(-99999);
        assertThat(still.get(11).weather().levels().getFirst().windSpeed()).isZero();
        assertThat(surface(still, 2).sensibleHeatFlux()).isEqualTo(-999);
        assertThat(surface(still, 13)).isEqualTo(withMixing(surface(windy, 13), surface(still, 13)));
        assertThat(surface(still, 3).mechanicalMixingHeight())
                .isCloseTo(MechanicalMixing.equilibrium(surface(still, 3).frictionVelocity()), within(1e-9));
    }

    /** The windy hour with the z_im of the other: all that a calm an hour before changes. */
    private static SurfaceHour withMixing(SurfaceHour windy, SurfaceHour other) {
        return new SurfaceHour(
                windy.sensibleHeatFlux(),
                windy.frictionVelocity(),
                windy.convectiveVelocity(),
                windy.gradientAboveMixingHeight(),
                windy.convectiveMixingHeight(),
                other.mechanicalMixingHeight(),
                windy.obukhovLength(),
                windy.roughnessLength(),
                windy.bowenRatio(),
                windy.albedo(),
                windy.windSpeed(),
                windy.windDirection(),
                windy.windHeight(),
                windy.temperature(),
                windy.temperatureHeight(),
                windy.precipitationCode(),
                windy.precipitationRate(),
                windy.relativeHumidity(),
                windy.pressure(),
                windy.cloudTenths(),
                windy.windFlag(),
                windy.substitutionFlag());
    }

    @Test
    @DisplayName("are missing without wind, direction, temperature or cloud")
    void missing() {
        for (Element element :
                List.of(Element.WIND_SPEED, Element.WIND_DIRECTION, Element.TEMPERATURE, Element.CLOUD)) {
            List<MadeHour> hours = make(hour -> hour.stamp().hour() == 4 ? hour.with(element, Double.NaN) : hour);
            assertThat(kind(hours, 4)).as(element.code()).isEqualTo(HourClass.MISSING);
            assertThat(kind(hours, 5)).isEqualTo(HourClass.STABLE);
        }
    }

    @Test
    @DisplayName("bridge the heat of missing hours of the day and say so")
    void bridged() {
        List<MadeHour> whole = make(hour -> hour);
        List<MadeHour> broken = make(hour ->
                hour.stamp().hour() == 12 || hour.stamp().hour() == 11 ? hour.with(Element.CLOUD, Double.NaN) : hour);
        assertThat(kind(broken, 11)).isEqualTo(HourClass.MISSING);
        assertThat(broken.get(12).substitutions()).contains(Substitution.HEAT_GAP_BRIDGED);
        assertThat(broken.get(13).substitutions()).doesNotContain(Substitution.HEAT_GAP_BRIDGED);
        assertThat(surface(broken, 16).convectiveMixingHeight())
                .isCloseTo(surface(whole, 16).convectiveMixingHeight(), within(20.0));
    }

    @Test
    @DisplayName("take the pressure of the elevation where none is known, and mark it")
    void pressure() {
        List<MadeHour> hours = make(hour -> hour.with(Element.PRESSURE, Double.NaN));
        assertThat(surface(hours, 1).pressure()).isCloseTo(927.4, within(0.5));
        assertThat(hours.getFirst().substitutions()).containsExactly(Substitution.PRESSURE_FROM_ELEVATION);
    }

    @Test
    @DisplayName("take cloud from radiation by day and bridge the night, or assume it, and mark both")
    void cloud() {
        SunPosition sun = station(false).sun();
        UnaryOperator<SurfaceObservation> halfCovered = hour -> hour.with(Element.CLOUD, Double.NaN)
                .with(
                        Element.GLOBAL_RADIATION,
                        Radiation.clearSkyOfHour(
                                        sun,
                                        hour.stamp().julianDay(),
                                        hour.stamp().hour())
                                * Radiation.transmittance(0.5));
        List<FilledHour> twoDays = new ArrayList<>(day(DAY, halfCovered));
        twoDays.addAll(day(DAY.plusDays(1), halfCovered));
        List<MadeHour> hours =
                maker(station(false), SurfaceCharacteristics.uniform(GRASS)).make(twoDays, Double.NaN);
        assertThat(surface(hours, 12).cloudTenths()).isEqualTo(5);
        assertThat(hours.get(11).substitutions()).contains(Substitution.CLOUD_FROM_RADIATION);
        assertThat(surface(hours, 24).cloudTenths()).isEqualTo(5);
        assertThat(hours.get(23).substitutions()).containsExactly(Substitution.CLOUD_FROM_LAST_DAYLIGHT);
        assertThat(kind(hours, 1)).isEqualTo(HourClass.MISSING);

        List<MadeHour> assumed = maker(station(false), SurfaceCharacteristics.uniform(GRASS))
                .make(day(DAY, hour -> hour.with(Element.CLOUD, Double.NaN)), 0.5);
        assertThat(assumed).allSatisfy(hour -> assertThat(hour.substitutions()).contains(Substitution.CLOUD_ASSUMED));
    }

    @Test
    @DisplayName("take the ground from which the wind blows")
    void sectors() {
        SurfaceCharacteristics halves = SurfaceCharacteristics.of(List.of(
                new Entry(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 0, 180, new Ground(0.15, 0.5, 0.01)),
                new Entry(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 180, 360, new Ground(0.2, 2, 1))));
        List<MadeHour> hours = maker(station(false), halves)
                .make(
                        day(DAY, hour -> hour.stamp().hour() == 12 ? hour.with(Element.WIND_DIRECTION, 90) : hour),
                        Double.NaN);
        assertThat(surface(hours, 12).roughnessLength()).isEqualTo(0.01);
        assertThat(surface(hours, 13).roughnessLength()).isEqualTo(1);
        assertThat(surface(hours, 12).sensibleHeatFlux())
                .isLessThan(surface(hours, 13).sensibleHeatFlux());
    }

    @Test
    @DisplayName("use a morning sounding where there is one")
    void soundings() {
        MorningSounding inversion =
                MorningSounding.of(List.of(new MorningSounding.Level(0, 280), new MorningSounding.Level(400, 292)));
        WeatherMaker maker = new WeatherMaker(
                station(false),
                SurfaceCharacteristics.uniform(GRASS),
                Map.of(DAY, inversion),
                MorningSounding.SUBSTITUTE_GRADIENT);
        List<MadeHour> hours = maker.make(day(DAY, hour -> hour), Double.NaN);
        List<MadeHour> without = make(hour -> hour);
        assertThat(hours.get(11).substitutions()).isEmpty();
        assertThat(surface(hours, 12).convectiveMixingHeight())
                .isLessThan(surface(without, 12).convectiveMixingHeight());
        assertThat(surface(hours, 9).gradientAboveMixingHeight()).isGreaterThan(0.005);
    }

    @Test
    @DisplayName("have more u* on still nights when it is adjusted, and the header says so")
    void adjusted() {
        UnaryOperator<SurfaceObservation> weak = hour -> hour.with(Element.WIND_SPEED, 0.8);
        List<MadeHour> plain = make(weak);
        List<MadeHour> adjusted =
                maker(station(true), SurfaceCharacteristics.uniform(GRASS)).make(day(DAY, weak), Double.NaN);
        assertThat(surface(adjusted, 2).frictionVelocity())
                .isGreaterThan(1.3 * surface(plain, 2).frictionVelocity());
        assertThat(surface(adjusted, 12).frictionVelocity())
                .isEqualTo(surface(plain, 12).frictionVelocity());
        assertThat(WeatherOutput.surfaceFile(station(true), "1", "", adjusted).getFirst())
                .contains("ADJ_U*");
        assertThat(WeatherOutput.surfaceFile(station(false), "1", "", plain).getFirst())
                .doesNotContain("ADJ_U*");
    }

    @Test
    @DisplayName("are refused where the anemometer stands in the roughness")
    void roughness() {
        assertThatThrownBy(() -> maker(station(false), SurfaceCharacteristics.uniform(new Ground(0.2, 1, 1.5))))
                .hasMessageContaining("7 z0");
    }
}
