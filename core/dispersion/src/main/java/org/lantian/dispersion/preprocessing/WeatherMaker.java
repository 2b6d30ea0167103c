package org.lantian.dispersion.preprocessing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.quantities.Check;

/**
 * Makes the boundary layer of each hour from surface observations, one hour after the other: mixing heights remember the
 * hours before.
 */
public final class WeatherMaker {

    private final Station station;
    private final Surroundings surroundings;
    private final Map<LocalDate, MorningSounding> soundings;
    private final MorningSounding substitute;

    private double mechanicalBefore = Double.NaN;
    private double lastDirection;
    private @Nullable LocalDate day;
    private @Nullable ConvectiveDay convective;

    /**
     * A maker for one station.
     *
     * @param soundings of the mornings that have one
     * @param substituteGradient ∂θ/∂z of the mornings that have none, K/m
     */
    public WeatherMaker(
            Station station,
            Surroundings surroundings,
            Map<LocalDate, MorningSounding> soundings,
            double substituteGradient) {
        double least = WindOverGround.LOWEST_ROUGHNESS_LENGTHS * surroundings.greatestRoughness();
        Check.that(
                station.windHeight() > least,
                "anemometer at " + station.windHeight() + " m, expected more than 7 z0 = " + least + " m");
        this.station = station;
        this.surroundings = surroundings;
        this.soundings = Map.copyOf(soundings);
        this.substitute = MorningSounding.substitute(substituteGradient);
    }

    /**
     * The hours of whole days.
     *
     * @param hours as {@link GapFilling#fill} gives them
     * @param assumedCloud covered share where no cloud is known, 0–1; NaN leaves those hours missing
     */
    public List<MadeHour> make(List<FilledHour> hours, double assumedCloud) {
        List<FilledHour> complete = new CloudSubstitute(station.sun(), assumedCloud).apply(hours);
        List<MadeHour> made = new ArrayList<>(complete.size());
        for (FilledHour hour : complete) {
            made.add(make(hour));
        }
        return made;
    }

    private MadeHour make(FilledHour hour) {
        SurfaceObservation seen = hour.observation();
        EnumSet<Substitution> marks = EnumSet.noneOf(Substitution.class);
        marks.addAll(hour.substitutions());
        beginDay(seen.stamp().date());
        double pressure = seen.pressureHpa();
        if (Double.isNaN(pressure)) {
            pressure = station.standardPressure();
            if (seen.has(Element.TEMPERATURE)) {
                marks.add(Substitution.PRESSURE_FROM_ELEVATION);
            }
        }
        if (blows(seen)) {
            lastDirection = seen.windDirection();
        }
        Ground ground = surroundings.at(seen.stamp(), lastDirection);
        GroundHeat heat = GroundHeat.of(seen, ground, station.sun());
        BoundaryLayer layer = layer(seen, ground, heat, pressure, marks);
        SurfaceHour surface =
                new SurfaceLine(station, seen, ground, heat, pressure).with(layer, Substitution.flagOf(marks));
        return new MadeHour(new WeatherHour(seen.stamp(), surface, List.of(level(seen))), marks);
    }

    private void beginDay(LocalDate date) {
        if (!date.equals(day)) {
            day = date;
            MorningSounding sounding = soundings.get(date);
            convective = new ConvectiveDay(sounding == null ? substitute : sounding, sounding == null);
        }
    }

    /** A wind with a direction that is no calm. */
    private boolean blows(SurfaceObservation seen) {
        return seen.has(Element.WIND_SPEED) && seen.has(Element.WIND_DIRECTION) && !station.isCalm(seen.windSpeed());
    }

    private BoundaryLayer layer(
            SurfaceObservation seen, Ground ground, GroundHeat heat, double pressure, EnumSet<Substitution> marks) {
        double mixing = convectiveMixing(seen, heat, pressure, marks);
        if (!heat.known() || !blows(seen)) {
            mechanicalBefore = Double.NaN;
            return BoundaryLayer.withoutWind(heat.sunHeat(), mixing);
        }
        WindOverGround wind =
                new WindOverGround(seen.windSpeed(), station.windHeight(), ground.roughness(), seen.kelvin(), pressure);
        SurfaceLayer surface = heat.convective()
                ? ConvectiveLayer.of(wind, heat.sunHeat())
                : stable(wind, seen.cloud(), heat.nightShare());
        mechanicalBefore = MechanicalMixing.after(mechanicalBefore, surface.frictionVelocity());
        if (!heat.convective()) {
            return BoundaryLayer.stable(surface, mechanicalBefore);
        }
        double velocity = ConvectiveLayer.velocityScale(heat.sunHeat(), mixing, pressure, seen.kelvin());
        return BoundaryLayer.convective(surface, velocity, gradientAbove(mixing), mixing, mechanicalBefore);
    }

    private SurfaceLayer stable(WindOverGround wind, double cloud, double nightShare) {
        return station.adjustedFrictionVelocity()
                ? AdjustedStableLayer.of(wind, nightShare)
                : StableLayer.of(wind, StableLayer.temperatureScale(cloud) * nightShare);
    }

    private double convectiveMixing(
            SurfaceObservation seen, GroundHeat heat, double pressure, EnumSet<Substitution> marks) {
        ConvectiveDay today = today();
        if (!heat.known()) {
            if (heat.sunIsUp()) {
                today.missHour();
            }
            return Double.NaN;
        }
        if (!heat.convective()) {
            return Double.NaN;
        }
        double capacity = SurfaceLayer.airDensity(pressure, seen.kelvin()) * SurfaceLayer.HEAT_CAPACITY;
        if (today.bridges()) {
            marks.add(Substitution.HEAT_GAP_BRIDGED);
        }
        if (today.assumed()) {
            marks.add(Substitution.SOUNDING_ASSUMED);
        }
        return today.after(3600 * heat.sunHeat() / capacity);
    }

    private double gradientAbove(double mixing) {
        return today().gradientAbove(mixing);
    }

    private ConvectiveDay today() {
        if (convective == null) {
            throw new IllegalStateException("no day begun");
        }
        return convective;
    }

    private ProfileLevel level(SurfaceObservation seen) {
        boolean calm = station.isCalm(seen.windSpeed());
        return new ProfileLevel(
                station.windHeight(),
                calm ? 0 : MissingCode.DIRECTION.orMissing(seen.windDirection()),
                calm ? 0 : MissingCode.SPEED.orMissing(seen.windSpeed()),
                MissingCode.CELSIUS.orMissing(seen.kelvin() - 273.15),
                MissingCode.SIGMA.code(),
                MissingCode.SIGMA.code());
    }
}
