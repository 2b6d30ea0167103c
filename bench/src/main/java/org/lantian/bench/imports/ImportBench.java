package org.lantian.bench.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;
import org.lantian.server.monitoring.internal.ImportRow;

/** From gzipped national files to committed rows, through the product's own queue. */
public final class ImportBench implements Benchmark {

    private static final int RUNS = 3;

    /** One pass over all files. */
    private record Pass(String what, long values, double seconds) {

        String row() {
            return String.format(Locale.ROOT, "| %s | %,d | %.2f s | %,.0f |", what, values, seconds, values / seconds);
        }
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String description() {
        return """
                All national files of the reference kit (2019: 93 stations of Jincheng and its neighbours in twelve files and
                34 stations of five more cities in twelve) through the import queue of the whole server into its
                embedded PostgreSQL, one transaction a file, fsync on, quality flags computed; from the first byte of
                the first `.csv.gz` to the last commit. Kept values are the hourly values of the six pollutants; nine
                more row types are read over. The daily values of the assessment are computed in the background at the
                same time, as in daily use. Aim: at least 1,000,000 kept values a second on 2 cores and at most 10 bytes
                a value in the database.""";
    }

    @Override
    public String run(BenchContext context) {
        try {
            return measure(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String measure(BenchContext context) throws IOException {
        List<Path> files = files(context);
        List<Pass> passes = new ArrayList<>();
        String size = "";
        for (int run = 1; run <= RUNS; run++) {
            try (BenchServer server = BenchServer.start(context.checkout())) {
                passes.add(pass("into an empty database, run " + run + (run == 1 ? " (cold JVM)" : ""), server, files));
                if (run == RUNS) {
                    passes.add(pass("the same files again: nothing changes", server, files));
                    size = size(server);
                }
            }
        }
        StringBuilder result = new StringBuilder("| pass | kept values | time | values/s |\n|---|---|---|---|\n");
        passes.forEach(pass -> result.append(pass.row()).append('\n'));
        return result.append('\n').append(size).append('\n').toString();
    }

    private static List<Path> files(BenchContext context) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : new String[] {"data/cnemc-2019-sites", "data/cnemc-2019-other-cities"}) {
            try (Stream<Path> found = Files.list(context.kit(folder))) {
                found.filter(file -> file.toString().endsWith(".csv.gz"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static Pass pass(String what, BenchServer server, List<Path> files) {
        long began = System.nanoTime();
        List<Integer> ids =
                files.stream().map(file -> server.submit(file, false)).toList();
        List<ImportRow> rows =
                ids.reversed().stream().map(id -> server.await(id).row()).toList();
        double seconds = (System.nanoTime() - began) / 1e9;
        long values = rows.stream().mapToLong(row -> row.counts().acceptable()).sum();
        return new Pass(what, values, seconds);
    }

    private static String size(BenchServer server) {
        server.jdbc().sql("VACUUM station_day").update();
        long values = server.jdbc()
                .sql("SELECT sum(so2_n + no2_n + pm10_n + co_n + o3_n + pm25_n) FROM station_day")
                .query(Long.class)
                .single();
        long table = bytes(server, "pg_table_size");
        long total = bytes(server, "pg_total_relation_size");
        return String.format(
                Locale.ROOT,
                "Table `station_day`: %,d bytes, with indexes %,d bytes; %.2f and %.2f bytes a value.",
                table,
                total,
                (double) table / values,
                (double) total / values);
    }

    private static long bytes(BenchServer server, String function) {
        return server.jdbc()
                .sql("SELECT " + function + "('station_day')")
                .query(Long.class)
                .single();
    }
}
