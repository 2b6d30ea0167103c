package org.lantian.bench.dispersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;

/** Scenario: {@code ./lantian disperse} on the city of the reference kit, with one thread and with two. */
public final class DispersionCity implements Benchmark {

    private static final int RUNS = 5;
    private static final double REFERENCE_SECONDS = 211.3;
    private static final List<Integer> THREADS = List.of(1, 2);

    @Override
    public String name() {
        return "dispersion-city";
    }

    @Override
    public String description() {
        return """
                Wall time of `./lantian disperse` on `oracles/aermod/city-speed` (200 stacks, 50 areas, 400 receptors, 1440
                hours), from the call of the launcher to the complete files, start included; one run to warm the disk
                cache, then five. AERMOD 24142 took 211.3 s of user time in one thread (the case's NOTES.md). Goal: under
                10.6 s with two threads, under 19.2 s with one. Memory is resident memory.""";
    }

    @Override
    public String run(BenchContext context) {
        Path runstream = context.kit("oracles/aermod/city-speed").resolve("run.inp");
        StringBuilder table = new StringBuilder(
                "| threads | median s | least s | greatest s | times the reference | peak memory MB |\n"
                        + "|---:|---:|---:|---:|---:|---:|\n");
        for (int threads : THREADS) {
            long peak = measure(context, runstream, threads).peakBytes();
            double[] seconds = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                Sample sample = measure(context, runstream, threads);
                seconds[run] = sample.seconds();
                peak = Math.max(peak, sample.peakBytes());
            }
            Arrays.sort(seconds);
            table.append(String.format(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %.2f | %.1f | %d |%n",
                    threads,
                    seconds[RUNS / 2],
                    seconds[0],
                    seconds[RUNS - 1],
                    REFERENCE_SECONDS / seconds[RUNS / 2],
                    peak / 1_000_000));
        }
        return table.toString();
    }

    /** One run: wall time, and the greatest resident memory of its processes together (0 where there is no /proc). */
    private record Sample(double seconds, long peakBytes) {}

    private static Sample measure(BenchContext context, Path runstream, int threads) {
        try {
            Path out = Files.createTempDirectory("lantian-bench-");
            try {
                long start = System.nanoTime();
                Process process = new ProcessBuilder(
                                context.checkout().resolve("lantian").toString(),
                                "disperse",
                                runstream.toString(),
                                "-o",
                                out.toString(),
                                "--threads",
                                Integer.toString(threads))
                        .inheritIO()
                        .directory(context.checkout().toFile())
                        .start();
                long peak = 0;
                while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    peak = Math.max(peak, residentBytes(process.toHandle()));
                }
                int exitCode = process.exitValue();
                if (exitCode != 0) {
                    throw new IllegalStateException("lantian disperse ended with exit code " + exitCode);
                }
                return new Sample((System.nanoTime() - start) / 1e9, peak);
            } finally {
                delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(DispersionCity::highWater)
                .sum();
    }

    /** Linux's VmHWM; a process that has just ended has none. */
    private static long highWater(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
