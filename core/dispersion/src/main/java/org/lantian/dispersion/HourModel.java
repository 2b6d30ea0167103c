package org.lantian.dispersion;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.kernel.UnitConcentrations;
import org.lantian.dispersion.source.EmissionSchedule;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.source.SourceEmission;
import org.lantian.dispersion.source.UrbanArea;
import org.lantian.dispersion.weather.BoundaryLayer;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.WeatherHour;

/** Computes one hour: air once, each source's plume once, then receptor after receptor. One thread uses it at a time. */
final class HourModel {

    private final DispersionPlan plan;
    private final UnitConcentrations kernel;
    private final int receptors;
    private final int[][] groupsOf;

    HourModel(DispersionPlan plan) {
        this.plan = plan;
        this.receptors = plan.receptors().size();
        this.kernel = new UnitConcentrations(
                plan.receptors(), plan.options().elevated(), plan.options().numerics());
        this.groupsOf = groupsOf(plan);
    }

    private static int[][] groupsOf(DispersionPlan plan) {
        int[][] of = new int[plan.sources().size()][];
        for (int s = 0; s < of.length; s++) {
            int source = s;
            of[s] = IntStream.range(0, plan.groups().size())
                    .filter(g -> plan.groups().get(g).sources().contains(source))
                    .toArray();
        }
        return of;
    }

    HourResult compute(HourInput input) {
        WeatherHour weather = input.weather();
        HourClass hourClass = HourClass.of(weather.surface());
        DispersionOptions options = plan.options();
        double[][] groups = new double[plan.groups().size()][receptors];
        double[][] bySource = new double[options.perSource() ? plan.sources().size() : 0][receptors];
        if (hourClass.valid()) {
            BoundaryLayer rural = BoundaryLayer.rural(weather, plan.site());
            Map<UrbanArea, BoundaryLayer> cities = new HashMap<>();
            double[] unit = new double[receptors];
            for (int s = 0; s < plan.sources().size(); s++) {
                ScheduledSource source = plan.sources().get(s);
                SourceEmission emission = emission(source, s, input);
                if (!(emission.rate() > 0) && !options.unitEmission()) {
                    continue;
                }
                BoundaryLayer air = air(source.urban(), rural, weather, cities);
                double decay = source.decay().perSecond();
                kernel.compute(withGas(source.source(), emission), air, decay, unit);
                double rate = emission.rate();
                for (int g : groupsOf[s]) {
                    addTimes(rate, unit, groups[g]);
                }
                if (options.perSource()) {
                    addTimes(options.unitEmission() ? 1 : rate, unit, bySource[s]);
                }
            }
        }
        return new HourResult(weather, hourClass, groups, bySource);
    }

    private static void addTimes(double rate, double[] unit, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += rate * unit[i];
        }
    }

    private BoundaryLayer air(
            @Nullable UrbanArea city, BoundaryLayer rural, WeatherHour weather, Map<UrbanArea, BoundaryLayer> cities) {
        return city == null
                ? rural
                : cities.computeIfAbsent(
                        city, c -> rural.urban(weather, plan.site(), c.population(), c.roughnessLength()));
    }

    private static SourceEmission emission(ScheduledSource source, int index, HourInput input) {
        return switch (source.schedule()) {
            case EmissionSchedule.Constant() -> SourceEmission.rate(source.rate());
            case EmissionSchedule.Factors factors ->
                SourceEmission.rate(source.rate()
                        * factors.at(
                                input.weather().stamp(),
                                input.weather().surface().windSpeed()));
            case EmissionSchedule.Hourly() -> hourly(source, index, input);
        };
    }

    private static SourceEmission hourly(ScheduledSource source, int index, HourInput input) {
        SourceEmission given =
                index < input.emissions().size() ? input.emissions().get(index) : null;
        if (given == null) {
            throw new IllegalArgumentException("no hourly emission of "
                    + source.source().id() + " for " + input.weather().stamp());
        }
        return given;
    }

    private static Source withGas(Source source, SourceEmission emission) {
        return source instanceof PointSource stack
                        && !Double.isNaN(emission.temperature())
                        && !Double.isNaN(emission.exitVelocity())
                ? stack.withGas(emission.temperature(), emission.exitVelocity())
                : source;
    }
}
