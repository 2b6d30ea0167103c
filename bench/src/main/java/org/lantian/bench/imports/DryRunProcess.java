package org.lantian.bench.imports;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.lantian.server.jobs.JobState;
import org.lantian.server.monitoring.internal.AirImport;

/** Starts a server, tries one file and tells what it took. */
final class DryRunProcess {

    private DryRunProcess() {}

    /** Checkout and file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        AirImport row;
        double seconds;
        try (BenchServer server = BenchServer.start(Path.of(arguments[0]))) {
            long began = System.nanoTime();
            row = server.await(server.submit(file, true));
            seconds = (System.nanoTime() - began) / 1e9;
        }
        if (row.state() != JobState.DONE) {
            System.out.println(row.failure());
            System.exit(1);
        }
        long bytes = Files.size(file);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "| file | heap limit | peak heap | time | MB/s | values | values/s |%n|---|---|---|---|---|---|---|%n"
                        + "| %,d bytes | %,d MB | ≤ %,d MB | %.1f s | %,.0f | %,d | %,.0f |%n",
                bytes,
                Runtime.getRuntime().maxMemory() >> 20,
                peak >> 20,
                seconds,
                bytes / 1e6 / seconds,
                row.row().counts().acceptable(),
                row.row().counts().acceptable() / seconds);
        System.exit(0);
    }
}
