package org.lantian.cli.dispersion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.dispersion.Progress;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.averaging.BlockListener;
import org.lantian.dispersion.output.OutputPlan;
import org.lantian.dispersion.runstream.Run;
import org.lantian.dispersion.runstream.RunExecution;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.weather.HourStamp;

/** Runs one case and compares all its files with the reference's. */
final class CaseComparison {

    /** Nearer to an edge of an area than this, receptors are reported apart, m. */
    private static final double EDGE = 2;

    /** Values of a plot file count above this share of its highest. */
    private static final double OF_FILE = 0.01;

    private final ReferenceCase reference;
    private final Path folder;
    private final Run run;
    private final List<Post> posts = new ArrayList<>();
    private final Map<Boolean, Part> parts = new HashMap<>();
    private double caseHighest;

    /** One POSTFILE under comparison. */
    private record Post(OutputPlan.PostRequest request, int group, boolean area, ReferenceFile file) {}

    /**
     * Agreement of the groups of one kind.
     *
     * @param area groups that have an area source; points and volumes otherwise
     */
    record Part(
            boolean area,
            Agreement blocks,
            Agreement edges,
            Agreement plots,
            List<HighestValue> highest,
            ScatterGrid scatter) {

        double largestOfHighest() {
            return highest.stream().mapToDouble(HighestValue::difference).max().orElse(0);
        }
    }

    /** The highest value of one plot file. */
    record HighestValue(String file, double ours, double reference, double difference) {}

    /** What came out. */
    record Result(
            ReferenceCase reference,
            List<Part> parts,
            int hours,
            int calm,
            int missing,
            Optional<int[]> expectedCounts,
            double seconds) {

        boolean countsAgree() {
            return expectedCounts
                    .map(c -> c[0] == hours && c[1] == calm && c[2] == missing)
                    .orElse(true);
        }
    }

    private CaseComparison(ReferenceCase reference, Path kit) {
        this.reference = reference;
        this.folder = reference.folder(kit);
        this.run = reference.read(kit);
    }

    static Result of(ReferenceCase reference, Path kit, RunExecution.Settings settings) {
        return new CaseComparison(reference, kit).compare(kit, settings);
    }

    private Result compare(Path kit, RunExecution.Settings settings) {
        for (OutputPlan.PostRequest request : run.output().posts()) {
            ReferenceFile file = ReferenceFile.readPost(folder.resolve(request.file() + ".gz"));
            caseHighest = Math.max(caseHighest, file.highest());
            int group = run.group(request.group());
            posts.add(new Post(request, group, hasArea(group), file));
        }
        long start = System.nanoTime();
        BlockListener listener = this::block;
        RunExecution.Outcome outcome = RunExecution.execute(run, settings, listener, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        run.output().plots().forEach(plot -> plot(plot, outcome));
        return new Result(
                reference,
                List.copyOf(parts.values()),
                outcome.hours(),
                outcome.calm(),
                outcome.missing(),
                reference.counts(kit),
                seconds);
    }

    private Part part(boolean area) {
        return parts.computeIfAbsent(
                area,
                kind -> new Part(
                        kind, new Agreement(), new Agreement(), new Agreement(), new ArrayList<>(), new ScatterGrid()));
    }

    private boolean hasArea(int group) {
        return run.groups().get(group).sources().stream()
                .anyMatch(source -> run.sources().get(source).source() instanceof AreaSource);
    }

    private void block(AveragingPeriod average, HourStamp end, double[][] means) {
        int date = end.year() % 100 * 1_000_000 + end.month() * 10_000 + end.day() * 100 + end.hour();
        for (Post post : posts) {
            double[] expected =
                    post.request.average().equals(average) ? post.file.blocks().get(date) : null;
            if (expected != null) {
                compare(post, "%s %08d".formatted(post.request.group(), date), means[post.group], expected);
            }
        }
    }

    private void compare(Post post, String name, double[] ours, double[] expected) {
        Part part = part(post.area);
        double rounding = post.file.exponential() ? 0 : 0.5e-5;
        boolean[] near = nearEdge(post.group);
        part.blocks.add(ours, expected, rounding, caseHighest, near, name);
        part.scatter.add(ours, expected, caseHighest);
        if (post.area) {
            boolean[] far = new boolean[near.length];
            for (int i = 0; i < far.length; i++) {
                far[i] = !near[i];
            }
            part.edges.add(ours, expected, rounding, caseHighest, far, name);
        }
    }

    private final Map<Integer, boolean[]> nearEdges = new HashMap<>();

    /** Receptors within two metres of an edge of one of the group's areas. */
    private boolean[] nearEdge(int group) {
        return nearEdges.computeIfAbsent(group, _ -> {
            boolean[] near = new boolean[run.places().size()];
            for (int source : run.groups().get(group).sources()) {
                if (run.sources().get(source).source() instanceof AreaSource area) {
                    for (int i = 0; i < near.length; i++) {
                        near[i] |= EdgeDistance.metres(area, run.places().get(i).receptor()) < EDGE;
                    }
                }
            }
            return near;
        });
    }

    private void plot(OutputPlan.PlotRequest request, RunExecution.Outcome outcome) {
        int group = run.group(request.group());
        ReferenceFile file = ReferenceFile.readPlot(folder.resolve(request.file()));
        double[] expected = file.blocks().values().iterator().next();
        double[] ours = new double[expected.length];
        for (int i = 0; i < ours.length; i++) {
            ours[i] = outcome.value(request, group, i);
        }
        Part part = part(hasArea(group));
        double highest = file.highest();
        double rounding = file.exponential() ? 0 : 0.5e-5;
        boolean[] near = nearEdge(group);
        boolean[] skipped = new boolean[near.length];
        double[] kept = new double[ours.length];
        double best = 0;
        for (int i = 0; i < skipped.length; i++) {
            skipped[i] = near[i] || expected[i] <= OF_FILE * highest;
            kept[i] = ours[i];
            best = Math.max(best, ours[i]);
        }
        part.plots.add(kept, expected, rounding, highest, skipped, request.file());
        part.highest.add(
                new HighestValue(request.file(), best, highest, Agreement.difference(best, highest, rounding)));
    }
}
