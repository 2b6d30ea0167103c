package org.lantian.cli.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lantian.cli.validation.ReferenceWeather.Pair;
import org.lantian.dispersion.Dispersion;
import org.lantian.dispersion.DispersionOptions;
import org.lantian.dispersion.DispersionPlan;
import org.lantian.dispersion.HourInput;
import org.lantian.dispersion.Progress;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.source.SourceGroup;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.dispersion.weather.WeatherSite;

/**
 * What the differences in the weather do to concentrations: the same two stacks under the reference's hours and under
 * ours, over the hours that are valid in both.
 *
 * @param hours compared
 * @param stacks in the order of {@link #STACKS}
 */
record WeatherEffect(int hours, List<Stack> stacks) {

    /**
     * Ours to the reference's.
     *
     * @param mean of all receptors
     * @param highest hourly value of all receptors
     * @param receptorsWithin percent of receptors whose means differ by 10 % at most
     */
    record Stack(double mean, double highest, double receptorsWithin) {}

    /** The stacks, as the report names them. */
    static final List<String> STACKS = List.of("100 m, 410 K, 15 m/s, 3 m", "15 m, 350 K, 6 m/s, 0.5 m");

    private static final List<Receptor> RECEPTORS = rings();

    /**
     * Runs both.
     *
     * @param theirMixing our hours take z_ic, w* and the gradient above from the reference, so that the substitute for the
     *     sounding has no part in the difference
     */
    static WeatherEffect of(ReferenceWeather year, boolean theirMixing) {
        List<Pair> pairs = year.pairs().stream()
                .filter(pair -> pair.comparable()
                        && HourClass.of(pair.theirs()) == HourClass.of(pair.ours())
                        && Math.abs(pair.theirs().windHeight() - year.station().windHeight()) < 0.05)
                .toList();
        Totals theirs = run(year, pairs, Pair::reference);
        Totals ours = run(
                year,
                pairs,
                pair -> theirMixing ? withTheirMixing(pair) : pair.made().weather());
        List<Stack> stacks = new ArrayList<>();
        for (int s = 0; s < STACKS.size(); s++) {
            int within = 0;
            for (int r = 0; r < RECEPTORS.size(); r++) {
                within += Math.abs(ours.sums[s][r] / theirs.sums[s][r] - 1) <= 0.1 ? 1 : 0;
            }
            stacks.add(new Stack(
                    Arrays.stream(ours.sums[s]).sum()
                            / Arrays.stream(theirs.sums[s]).sum(),
                    ours.highest[s] / theirs.highest[s],
                    100.0 * within / RECEPTORS.size()));
        }
        return new WeatherEffect(pairs.size(), List.copyOf(stacks));
    }

    /** Sums and the highest value of a run. */
    private static final class Totals {
        private final double[][] sums = new double[STACKS.size()][RECEPTORS.size()];
        private final double[] highest = new double[STACKS.size()];

        void add(double[][] groups) {
            for (int s = 0; s < sums.length; s++) {
                for (int r = 0; r < sums[s].length; r++) {
                    sums[s][r] += groups[s][r];
                    highest[s] = Math.max(highest[s], groups[s][r]);
                }
            }
        }
    }

    private static Totals run(ReferenceWeather year, List<Pair> pairs, Function<Pair, WeatherHour> weather) {
        DispersionPlan plan = new DispersionPlan(
                new WeatherSite(year.station().adjustedFrictionVelocity(), false, 0),
                List.of(
                        ScheduledSource.constant(stack("TALL", 100, 410, 15, 3), 100),
                        ScheduledSource.constant(stack("LOW", 15, 350, 6, 0.5), 1)),
                List.of(new SourceGroup("TALL", List.of(0)), new SourceGroup("LOW", List.of(1))),
                RECEPTORS,
                DispersionOptions.standard());
        Totals totals = new Totals();
        Dispersion.run(
                plan,
                pairs.stream().map(pair -> HourInput.of(weather.apply(pair))).iterator(),
                hour -> totals.add(hour.groups()),
                Progress.NONE);
        return totals;
    }

    private static WeatherHour withTheirMixing(Pair pair) {
        SurfaceHour ours = pair.ours();
        SurfaceHour theirs = pair.theirs();
        SurfaceHour mixed = new SurfaceHour(
                ours.sensibleHeatFlux(),
                ours.frictionVelocity(),
                theirs.convectiveVelocity(),
                theirs.gradientAboveMixingHeight(),
                theirs.convectiveMixingHeight(),
                ours.mechanicalMixingHeight(),
                ours.obukhovLength(),
                ours.roughnessLength(),
                ours.bowenRatio(),
                ours.albedo(),
                ours.windSpeed(),
                ours.windDirection(),
                ours.windHeight(),
                ours.temperature(),
                ours.temperatureHeight(),
                ours.precipitationCode(),
                ours.precipitationRate(),
                ours.relativeHumidity(),
                ours.pressure(),
                ours.cloudTenths());
        return new WeatherHour(
                pair.reference().stamp(), mixed, pair.made().weather().levels());
    }

    private static PointSource stack(String id, double height, double kelvin, double velocity, double diameter) {
        return new PointSource(
                id, new PlanePoint(0, 0), 0, height, kelvin, velocity, diameter, PointSource.Outlet.VERTICAL);
    }

    /** Sixteen directions at five distances. */
    private static List<Receptor> rings() {
        List<Receptor> receptors = new ArrayList<>();
        for (double distance : new double[] {300, 1000, 2000, 5000, 10_000}) {
            for (int direction = 0; direction < 16; direction++) {
                double angle = Math.toRadians(22.5 * direction);
                receptors.add(Receptor.flat(distance * Math.sin(angle), distance * Math.cos(angle)));
            }
        }
        return List.copyOf(receptors);
    }
}
