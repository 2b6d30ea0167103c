package org.lantian.bench.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;

/**
 * Calls the API as pages do, on the real observations of a year: each call of a kind asks for another day, month or
 * station, so that nothing is answered from what an earlier call left behind.
 */
public final class ApiBench implements Benchmark {

    private static final int WARM_UP_CALLS = 60;
    private static final int MEASURED_CALLS = 200;
    private static final double GOAL_P95_MILLISECONDS = 100;

    @Override
    public String name() {
        return "api";
    }

    @Override
    public String description() {
        return "Time of each call behind the pages, in milliseconds, measured by a client on the same machine over HTTP"
                + " with the whole year 2019 of the kit's stations loaded (Jincheng and 20 other cities). Each call asks"
                + " for another day, month or station; " + WARM_UP_CALLS + " calls of each kind warm up, "
                + MEASURED_CALLS + " are measured, one after another. Goal: 95 of 100 calls in under "
                + (int) GOAL_P95_MILLISECONDS + " ms, for every kind.";
    }

    @Override
    public String run(BenchContext context) {
        context.kit("data/cnemc-2019-sites");
        Path data = temporaryFolder();
        try (RunningServer server = RunningServer.start(context, data)) {
            server.awaitDailyValues();
            StringBuilder table = new StringBuilder()
                    .append("Stations with data: ")
                    .append(server.stationsWithData())
                    .append(".\n\n| call | p50 (ms) | p95 (ms) | greatest (ms) | answer (kB) | within the goal |\n")
                    .append("|---|---:|---:|---:|---:|---|\n");
            for (ApiCall call : ApiCall.ALL) {
                table.append(row(call, server));
            }
            return table.toString();
        } finally {
            delete(data);
        }
    }

    private static String row(ApiCall call, RunningServer server) {
        Random random = new Random(20190101); // the same calls every time
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            server.get(call.path().apply(random));
        }
        double[] milliseconds = new double[MEASURED_CALLS];
        long bytes = 0;
        for (int i = 0; i < MEASURED_CALLS; i++) {
            String path = call.path().apply(random);
            long start = System.nanoTime();
            bytes += server.get(path);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        double p95 = milliseconds[MEASURED_CALLS * 95 / 100];
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.0f | %s |%n",
                call.name(),
                milliseconds[MEASURED_CALLS / 2],
                p95,
                milliseconds[MEASURED_CALLS - 1],
                bytes / 1000.0 / MEASURED_CALLS,
                p95 < GOAL_P95_MILLISECONDS ? "yes" : "**no**");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lantian-bench-api");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst =
                    new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList());
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
