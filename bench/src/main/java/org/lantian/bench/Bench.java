package org.lantian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lantian.bench.api.ApiBench;
import org.lantian.bench.aqi.AqiFiles;
import org.lantian.bench.aqi.AqiKernelBenchmark;
import org.lantian.bench.audit.AuditBench;
import org.lantian.bench.dispersion.DispersionCity;
import org.lantian.bench.dispersion.DispersionKernelBenchmark;
import org.lantian.bench.dispersion.DispersionScaling;
import org.lantian.bench.imports.ImportBench;
import org.lantian.bench.imports.LargeDryRun;
import org.lantian.bench.lists.ListsBench;
import org.lantian.quantities.CityTime;

/**
 * Runs benchmarks and writes their pages: {@code ./lantian bench [NAME…]}, all without a name; {@code --list} names
 * them, {@code --out DIR} writes elsewhere than docs/benchmarks.
 */
public final class Bench {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private static final List<Benchmark> ALL = List.of(
            new AqiKernelBenchmark(),
            new AqiFiles(),
            new ImportBench(),
            new LargeDryRun(),
            new ApiBench(),
            new AuditBench(),
            new ListsBench(),
            new DispersionKernelBenchmark(),
            new DispersionCity(),
            new DispersionScaling());

    private final BenchContext context;
    private final Path out;

    private Bench(BenchContext context, Path out) {
        this.context = context;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(new ArrayList<>(Arrays.asList(arguments))));
    }

    private static int run(List<String> arguments) {
        BenchContext context = BenchContext.find();
        Path out = context.checkout().resolve("docs/benchmarks");
        int option = arguments.indexOf("--out");
        if (option >= 0) {
            if (option + 1 == arguments.size()) {
                return wrongUse("--out: DIR?");
            }
            out = Path.of(arguments.get(option + 1));
            arguments.subList(option, option + 2).clear();
        }
        if (arguments.contains("--list") || arguments.contains("--help")) {
            ALL.forEach(benchmark -> System.out.println(benchmark.name()));
            return 0;
        }
        List<Benchmark> chosen = new ArrayList<>();
        for (String name : arguments) {
            List<Benchmark> found =
                    ALL.stream().filter(b -> b.name().equals(name)).toList();
            if (found.isEmpty()) {
                return wrongUse("没有这个基准测试 / no such benchmark: " + name);
            }
            chosen.addAll(found);
        }
        return new Bench(context, out).runAll(chosen.isEmpty() ? ALL : chosen);
    }

    private static int wrongUse(String message) {
        System.err.println(message);
        System.err.println("lantian bench [--list] [--out DIR] [NAME…]");
        ALL.forEach(benchmark -> System.err.println("  " + benchmark.name()));
        return WRONG_USE;
    }

    private int runAll(List<Benchmark> benchmarks) {
        int exitCode = 0;
        for (Benchmark benchmark : benchmarks) {
            System.err.println("== " + benchmark.name());
            try {
                String result = benchmark.run(context);
                Path page = write(benchmark, result);
                System.out.println(result);
                System.err.println("→ " + page);
            } catch (SkippedException e) {
                System.err.println("略过 / skipped: " + e.getMessage());
            } catch (IOException e) {
                System.err.println("失败 / failed: " + e);
                exitCode = FAILED;
            }
        }
        return exitCode;
    }

    private Path write(Benchmark benchmark, String result) throws IOException {
        LocalDate today = CityTime.today(Clock.systemUTC());
        StringBuilder page = new StringBuilder()
                .append("# Benchmark `")
                .append(benchmark.name())
                .append("`\n\n")
                .append(benchmark.description().strip())
                .append("\n\nWritten by `./lantian bench ")
                .append(benchmark.name())
                .append("`.\n\n")
                .append("- Date: ")
                .append(today)
                .append('\n');
        Machine.describe().forEach(line -> page.append("- ").append(line).append('\n'));
        page.append('\n').append(result.strip()).append('\n');
        Files.createDirectories(out);
        return Files.writeString(out.resolve(benchmark.name() + ".md"), page);
    }
}
