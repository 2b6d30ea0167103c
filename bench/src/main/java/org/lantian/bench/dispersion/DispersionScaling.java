package org.lantian.bench.dispersion;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;
import org.lantian.dispersion.Dispersion;
import org.lantian.dispersion.DispersionOptions;
import org.lantian.dispersion.DispersionPlan;
import org.lantian.dispersion.HourInput;
import org.lantian.dispersion.Progress;
import org.lantian.dispersion.runstream.WeatherFiles;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.source.SourceGroup;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.dispersion.weather.WeatherSite;

/** How the time of a run grows with its sources, receptors and hours, and what the largest run takes. */
public final class DispersionScaling implements Benchmark {

    private static final long SEED = 424242;
    private static final double SIDE_METRES = 24_000;
    private static final int YEAR = 8760;
    private static final int SHARE = 48;

    /**
     * Hours between one that is taken and the next: the year times the golden section, which spreads any number of them
     * evenly; no divisor of it divides the year or the day, so that none comes twice.
     */
    private static final int STRIDE = 5413;

    @Override
    public String name() {
        return "dispersion-scaling";
    }

    @Override
    public String description() {
        return """
                Time of the engine for stacks on flat ground over three decades each of sources, receptors and hours (one
                thread), and 6,000 stacks × 400 receptors by 48 hours (two threads), from which 8,760 hours are reckoned.
                Places from a fixed seed in a square of 24 km; weather HOUSTON_ADJU of the reference kit. However many
                hours a row has, they are spread over the year and over the hours of the day; calm and missing ones,
                which cost nothing, are among them as they come and are counted apart. Memory is the sum of the heap pools' peaks,
                garbage not yet collected included. Each row is one run, after one to warm the engine.""";
    }

    @Override
    public String run(BenchContext context) {
        Path met = context.kit("oracles/aermod/met");
        List<WeatherHour> year = new ArrayList<>();
        try (WeatherFiles files = WeatherFiles.open(met.resolve("HOUSTON_ADJU.SFC"), met.resolve("HOUSTON_ADJU.PFL"))) {
            files.forEachRemaining(year::add);
        }
        measure(year, 600, 400, 24, 1);
        StringBuilder table = new StringBuilder("| sources | receptors | hours | valid | threads | s"
                + " | µs per source and valid hour | ns per source, receptor and valid hour | heap MB |\n"
                + "|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (int sources : List.of(6, 60, 600, 6000)) {
            table.append(measure(year, sources, 400, 12, 1).row());
        }
        for (int receptors : List.of(4, 40, 400, 4000)) {
            table.append(measure(year, 300, receptors, 12, 1).row());
        }
        for (int hours : List.of(8, 80, 800, 8000)) {
            table.append(measure(year, 10, 400, hours, 1).row());
        }
        long valid = YEAR
                * year.stream()
                        .filter(hour -> HourClass.of(hour.surface()).valid())
                        .count()
                / year.size();
        Sample largest = measure(year, 6000, 400, SHARE, 2);
        table.append(largest.row());
        return table.append(String.format(
                        Locale.ROOT,
                        "%n6,000 sources × 400 receptors × 8,760 hours, of which %,d valid as in the weather, on two threads:"
                                + " %.0f minutes, by %d of the hours (%.2f %%).%n",
                        valid,
                        largest.seconds() * valid / largest.valid() / 60,
                        SHARE,
                        100.0 * SHARE / YEAR))
                .toString();
    }

    private record Sample(int sources, int receptors, int hours, long valid, int threads, double seconds, long heap) {

        String row() {
            double perSource = seconds / sources / valid;
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %d | %d | %d | %.3f | %.1f | %.1f | %d |%n",
                    sources,
                    receptors,
                    hours,
                    valid,
                    threads,
                    seconds,
                    perSource * 1e6,
                    perSource / receptors * 1e9,
                    heap / 1_000_000);
        }
    }

    private static Sample measure(List<WeatherHour> year, int sources, int receptors, int hours, int threads) {
        DispersionPlan plan = plan(sources, receptors, threads);
        List<HourInput> chosen = IntStream.range(0, hours)
                .mapToObj(i -> HourInput.of(year.get((int) ((long) i * STRIDE % year.size()))))
                .toList();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Dispersion.run(plan, chosen.iterator(), hour -> {}, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        long valid = chosen.stream()
                .filter(hour -> HourClass.of(hour.weather().surface()).valid())
                .count();
        return new Sample(sources, receptors, hours, valid, threads, seconds, peak);
    }

    private static DispersionPlan plan(int sources, int receptors, int threads) {
        Random random = new Random(SEED);
        List<ScheduledSource> stacks = IntStream.range(0, sources)
                .mapToObj(i -> ScheduledSource.constant(
                        new PointSource(
                                "S" + i,
                                place(random),
                                0,
                                20 + 100 * random.nextDouble(),
                                350 + 100 * random.nextDouble(),
                                5 + 15 * random.nextDouble(),
                                0.5 + 3 * random.nextDouble(),
                                PointSource.Outlet.VERTICAL),
                        1))
                .toList();
        List<Receptor> places = IntStream.range(0, receptors)
                .mapToObj(i -> place(random))
                .map(point -> Receptor.flat(point.x(), point.y()))
                .toList();
        return new DispersionPlan(
                new WeatherSite(true, false, 0),
                stacks,
                List.of(new SourceGroup(
                        "ALL", IntStream.range(0, sources).boxed().toList())),
                places,
                new DispersionOptions(false, false, false, threads));
    }

    private static PlanePoint place(Random random) {
        return new PlanePoint(SIDE_METRES * random.nextDouble(), SIDE_METRES * random.nextDouble());
    }
}
