package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.Dispersion;
import org.lantian.dispersion.DispersionOptions;
import org.lantian.dispersion.DispersionPlan;
import org.lantian.dispersion.HourResult;
import org.lantian.dispersion.Progress;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.averaging.BlockAverager;
import org.lantian.dispersion.averaging.BlockListener;
import org.lantian.dispersion.averaging.LongMean;
import org.lantian.dispersion.averaging.Ranks;
import org.lantian.dispersion.kernel.Numerics;
import org.lantian.dispersion.output.OutputPlan;
import org.lantian.dispersion.output.Place;
import org.lantian.dispersion.source.SourceGroup;
import org.lantian.dispersion.weather.HourClass;

/** Runs what a runstream asks for: hours through the engine, NO2, background, averages and ranks. */
public final class RunExecution {

    private final Run run;
    private final Settings settings;
    private final BlockListener listener;
    private final List<BlockAverager> blocks = new ArrayList<>();
    private final Map<AveragingPeriod, Ranks> ranks = new HashMap<>();
    private final Map<AveragingPeriod, LongMean> means = new HashMap<>();
    private final GasChemistry chemistry;
    private int hours;
    private int calm;
    private int missing;

    private RunExecution(Run run, Settings settings, BlockListener listener) {
        this.run = run;
        this.settings = settings;
        this.listener = listener;
        this.chemistry = new GasChemistry(run);
        for (AveragingPeriod average : run.averages()) {
            prepare(average);
        }
    }

    /**
     * How a run is done.
     *
     * @param threads that may compute at once, ≥ 1; the results do not depend on it
     * @param numerics how exactly
     */
    public record Settings(int threads, Numerics numerics) {

        /**
         * Numerics for a runstream of the reference: areas as the reference integrates them across the wind, plumes
         * interpolated between distances.
         */
        public static final Numerics OF_RUNSTREAMS = new Numerics(true, true);
    }

    /**
     * What a run came to.
     *
     * @param hours processed, calm and missing ones too
     * @param complete false when it was cancelled
     * @param ranks by averaging time, for those with ranks asked for
     * @param means by averaging time, for the long means
     * @param weatherVersion version that the surface file's header names
     */
    public record Outcome(
            int hours,
            int calm,
            int missing,
            boolean complete,
            Map<AveragingPeriod, Ranks> ranks,
            Map<AveragingPeriod, LongMean.Result> means,
            boolean adjustedFrictionVelocity,
            String weatherVersion,
            List<String> warnings) {

        /** The value that a plot file has for a group and a receptor, µg/m³. */
        public double value(OutputPlan.PlotRequest request, int group, int receptor) {
            return request.average().ranked()
                    ? ranking(request.average()).value(group, receptor, request.rank())
                    : mean(request.average()).values()[group][receptor];
        }

        /** The highest block means of an averaging time with ranks. */
        public Ranks ranking(AveragingPeriod average) {
            return Objects.requireNonNull(ranks.get(average), () -> "no ranks of " + average.label());
        }

        /** The long means of PERIOD or ANNUAL. */
        public LongMean.Result mean(AveragingPeriod average) {
            return Objects.requireNonNull(means.get(average), () -> "no mean over " + average.label());
        }
    }

    /**
     * Runs it.
     *
     * @param listener hears of each block of each averaging time as it ends
     * @param progress hears of each hour and may end the run
     */
    public static Outcome execute(Run run, Settings settings, BlockListener listener, Progress progress) {
        return new RunExecution(run, settings, listener).execute(progress);
    }

    private void prepare(AveragingPeriod average) {
        int groups = run.groups().size();
        int receptors = run.places().size();
        if (!average.ranked()) {
            means.put(average, new LongMean(average, groups, receptors));
            return;
        }
        int depth = run.output().plots().stream()
                .filter(plot -> plot.average().equals(average))
                .mapToInt(OutputPlan.PlotRequest::rank)
                .max()
                .orElse(1);
        Ranks ranking = new Ranks(depth, groups, receptors);
        ranks.put(average, ranking);
        blocks.add(new BlockAverager(average, groups, receptors, (period, end, values) -> {
            ranking.block(period, end, values);
            listener.block(period, end, values);
        }));
    }

    private Outcome execute(Progress progress) {
        boolean[] cancelled = new boolean[1];
        try (RunHours input = new RunHours(run)) {
            DispersionPlan plan = new DispersionPlan(
                    input.weather().site(run.weather().baseElevation()),
                    run.sources(),
                    planGroups(),
                    run.places().stream().map(Place::receptor).toList(),
                    new DispersionOptions(!run.flat(), false, false, settings.threads(), settings.numerics()));
            Dispersion.run(plan, input, this::accept, done -> {
                boolean goOn = progress.hours(done);
                cancelled[0] = !goOn;
                return goOn;
            });
            blocks.forEach(BlockAverager::finish);
            Map<AveragingPeriod, LongMean.Result> results = new HashMap<>();
            if (hours > 0) {
                means.forEach((average, mean) -> results.put(average, mean.finish()));
            }
            return new Outcome(
                    hours,
                    calm,
                    missing,
                    !cancelled[0],
                    Map.copyOf(ranks),
                    Map.copyOf(results),
                    plan.site().adjustedFrictionVelocity(),
                    input.weather().version(),
                    warnings(input.weather()));
        }
    }

    private List<String> warnings(WeatherFiles weather) {
        List<String> warnings = new ArrayList<>(weather.warnings());
        warnings.addAll(chemistry.warnings());
        return List.copyOf(warnings);
    }

    /** The groups of the run; one group a source where NO2 needs each source's share. */
    private List<SourceGroup> planGroups() {
        List<SourceGroup> groups = new ArrayList<>();
        if (chemistry.needsSources()) {
            for (int i = 0; i < run.sources().size(); i++) {
                groups.add(new SourceGroup(run.sources().get(i).source().id(), List.of(i)));
            }
        } else {
            run.groups().forEach(group -> groups.add(new SourceGroup(group.name(), group.sources())));
        }
        return groups;
    }

    private void accept(HourResult hour) {
        hours++;
        calm += hour.hourClass() == HourClass.CALM ? 1 : 0;
        missing += hour.hourClass() == HourClass.MISSING ? 1 : 0;
        double[][] values = chemistry.groups(hour);
        boolean counts = hour.hourClass().valid();
        for (BlockAverager block : blocks) {
            block.add(hour.weather().stamp(), counts, values);
        }
        for (LongMean mean : means.values()) {
            mean.add(hour.weather().stamp(), counts, values);
        }
    }

    /** Stands for nobody who listens to blocks. */
    public static BlockListener nobody() {
        return (average, end, values) -> {};
    }

    /** Hours that a run will process, for its progress; reads the surface file's dates once. */
    public static int countHours(Run run) {
        int count = 0;
        try (SurfaceFile surface = new SurfaceFile(run.weather().surface())) {
            WeatherFiles.Selection selection = run.weather().selection();
            SurfaceFile.@Nullable Hour hour = surface.next();
            while (hour != null && !selection.beyond(hour.stamp())) {
                count += selection.contains(hour.stamp()) ? 1 : 0;
                hour = surface.next();
            }
        }
        return count;
    }
}
