package org.lantian.bench.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;

/** A file of two gigabytes, tried in a process with a heap of 512 MB. */
public final class LargeDryRun implements Benchmark {

    private static final long BYTES = 2_000_000_000L;

    @Override
    public String name() {
        return "import-large";
    }

    @Override
    public String description() {
        return """
                A dry run of one CSV file of 2 GB by the whole server in a JVM with a heap of 512 MB. The file is made from
                the national files of the reference kit: their rows with the columns of all 127 stations, year after year
                from 1980 on, so that every station is one that is kept and nothing is skipped but derived rows.""";
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
        Path folder = Files.createTempDirectory("lantian-large");
        Path file = folder.resolve("large.csv");
        try {
            LargeNationalFile.write(context, file, BYTES);
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            DryRunProcess.class.getName(),
                            context.checkout().toString(),
                            file.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("the dry run failed: " + result);
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
