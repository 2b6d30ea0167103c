package org.lantian.bench.aqi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;

/** Scenario: {@code ./lantian aqi} over a year of real files, start included. */
public final class AqiFiles implements Benchmark {

    private static final int RUNS = 5;

    @Override
    public String name() {
        return "aqi-files";
    }

    @Override
    public String description() {
        return """
                Wall time of `./lantian aqi` over the twelve files of `data/cnemc-2019-sites` (9.6 MB gzipped, one year, 83
                stations), from the call of the launcher to the complete CSV, start included; one run to warm the disk
                cache, then five. Goal: under 4 s on 2 cores.""";
    }

    @Override
    public String run(BenchContext context) {
        List<Path> files = files(context.kit("data/cnemc-2019-sites"));
        try {
            Path out = Files.createTempFile("lantian-bench-", ".csv");
            try {
                measure(context, files, out);
                double[] seconds = new double[RUNS];
                for (int run = 0; run < RUNS; run++) {
                    seconds[run] = measure(context, files, out);
                }
                return table(seconds, rows(out), Files.size(out));
            } finally {
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double measure(BenchContext context, List<Path> files, Path out) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(context.checkout().resolve("lantian").toString());
        command.add("aqi");
        files.forEach(file -> command.add(file.toString()));
        command.addAll(List.of("-o", out.toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .inheritIO()
                .directory(context.checkout().toFile())
                .start();
        try {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("lantian aqi ended with exit code " + exitCode);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static long rows(Path out) throws IOException {
        try (Stream<String> lines = Files.lines(out)) {
            return lines.count() - 1;
        }
    }

    private static String table(double[] seconds, long rows, long bytes) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                """
                | median s | least s | greatest s | station-hours | station-hours per s | output MB |
                |---:|---:|---:|---:|---:|---:|
                | %.2f | %.2f | %.2f | %,d | %,.0f | %.1f |
                """,
                sorted[RUNS / 2],
                sorted[0],
                sorted[RUNS - 1],
                rows,
                rows / sorted[RUNS / 2],
                bytes / 1e6);
    }
}
