package org.lantian.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs a class of JMH methods in a JVM of its own and makes a table of the scores. */
public final class JmhRun {

    private JmhRun() {}

    /** A row for each method: score with its 99.9 % confidence interval, and bytes allocated per operation. */
    public static String table(Class<?> methods) {
        Options options = new OptionsBuilder()
                .include("^" + Pattern.quote(methods.getName() + "."))
                .addProfiler("gc")
                .build();
        try {
            return table(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH failed: " + e.getMessage(), e);
        }
    }

    private static String table(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                        "| method | parameters | score | ± (99.9 %) | unit | bytes allocated |\n")
                .append("|---|---|---:|---:|---|---:|\n");
        for (RunResult run : results) {
            Result<?> primary = run.getPrimaryResult();
            Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %.2f | %.2f | %s | %s |%n",
                    primary.getLabel(),
                    parameters(run.getParams()),
                    primary.getScore(),
                    primary.getScoreError(),
                    primary.getScoreUnit(),
                    allocated == null ? "" : String.format(Locale.ROOT, "%.1f", allocated.getScore())));
        }
        return table.toString();
    }

    private static String parameters(BenchmarkParams params) {
        return params.getParamsKeys().stream()
                .map(key -> key + " " + params.getParam(key))
                .collect(Collectors.joining(", "));
    }
}
