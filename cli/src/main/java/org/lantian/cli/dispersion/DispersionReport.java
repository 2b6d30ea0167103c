package org.lantian.cli.dispersion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.lantian.cli.dispersion.CaseComparison.Part;
import org.lantian.cli.dispersion.CaseComparison.Result;
import org.lantian.dispersion.kernel.Numerics;
import org.lantian.dispersion.runstream.RunExecution;

/** The report docs/validation/dispersion.md: every figure in its tables is computed when it is written. */
public final class DispersionReport {

    /** Every plume computed at each distance, areas by the exact normal integral. */
    private static final Numerics EXACT = new Numerics(false, false);

    private static final String PICTURE = "dispersion-scatter.png";

    private final Path kit;
    private final int threads;
    private final Consumer<String> lines;
    private final List<Result> results = new ArrayList<>();
    private final List<Result> exactResults = new ArrayList<>();

    /** @param lines takes each row as soon as it is known */
    public DispersionReport(Path kit, int threads, Consumer<String> lines) {
        this.kit = kit;
        this.threads = threads;
        this.lines = lines;
    }

    /** Names of all cases, in the order of the report. */
    public static List<String> caseNames() {
        return ReferenceCase.all().stream().map(ReferenceCase::name).toList();
    }

    /** Runs cases and gives their rows; true when all meet what is asked of them. */
    public boolean compare(List<String> names) {
        boolean met = true;
        lines.accept(CaseRow.header().strip());
        for (ReferenceCase reference : ReferenceCase.all()) {
            if (!names.contains(reference.name())) {
                continue;
            }
            Result result = CaseComparison.of(reference, kit, settings(RunExecution.Settings.OF_RUNSTREAMS));
            results.add(result);
            for (Part part : result.parts()) {
                CaseRow row = CaseRow.of(reference, part);
                lines.accept(row.markdown());
                met &= row.met();
            }
            met &= result.countsAgree();
        }
        exactAreas();
        lines.accept("");
        results.forEach(result -> lines.accept(whereText(result)));
        return met;
    }

    /** Runs the cases with areas once more by the exact normal integral. */
    private void exactAreas() {
        for (Result result : results) {
            boolean small = result.reference().measure() != ReferenceCase.Measure.CITY;
            if (small && result.parts().stream().anyMatch(Part::area)) {
                Result exact = CaseComparison.of(result.reference(), kit, settings(EXACT));
                exactResults.add(exact);
                exact.parts().stream()
                        .filter(Part::area)
                        .forEach(part -> lines.accept(
                                CaseRow.exact(exact.reference(), part).markdown()));
            }
        }
    }

    private RunExecution.Settings settings(Numerics numerics) {
        return new RunExecution.Settings(threads, numerics);
    }

    private static String whereText(Result result) {
        return String.format(
                Locale.ROOT,
                "%s: %,d hours, %,d calm, %,d missing%s; %.1f s; largest differences: %s",
                result.reference().name(),
                result.hours(),
                result.calm(),
                result.missing(),
                result.countsAgree() ? "" : " (THE REFERENCE COUNTS DIFFERENTLY)",
                result.seconds(),
                String.join(
                        "; ",
                        result.parts().stream()
                                .map(part -> part.blocks().worst() + " and "
                                        + part.plots().worst())
                                .toList()));
    }

    /** Writes the report and, beside it, its picture. */
    public void write(Path report) {
        StringBuilder text = new StringBuilder(fragment("head.md"));
        text.append("\n## Agreement\n\n").append(CaseRow.header());
        for (Result result : results) {
            for (Part part : result.parts()) {
                text.append(CaseRow.of(result.reference(), part).markdown()).append('\n');
            }
        }
        text.append("\n![Scatter plots](").append(PICTURE).append(")\n");
        exact(text);
        edges(text);
        counts(text);
        worst(text);
        text.append('\n').append(fragment("foot.md"));
        try {
            Path folder = Objects.requireNonNull(report.toAbsolutePath().getParent(), "a report lies in a folder");
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(folder.resolve(PICTURE))) {
                sheet().write(out);
            }
            Files.writeString(report, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScatterSheet sheet() {
        ScatterSheet sheet = new ScatterSheet();
        for (Result result : results) {
            for (Part part : result.parts()) {
                sheet.add(result.reference().name() + (part.area() ? " (areas)" : ""), part.scatter());
            }
        }
        return sheet;
    }

    private void exact(StringBuilder text) {
        text.append("\n## Areas by the exact normal integral\n\n")
                .append(fragment("exact.md"))
                .append('\n');
        text.append(CaseRow.header());
        for (Result result : exactResults) {
            result.parts().stream()
                    .filter(Part::area)
                    .map(part -> CaseRow.exact(result.reference(), part))
                    .forEach(row -> text.append(row.markdown()).append('\n'));
        }
    }

    private void edges(StringBuilder text) {
        text.append("\n## Receptors within 2 m of an edge of an area\n\n");
        text.append("| case | compared | within 2 % | median | largest |\n|---|---:|---:|---:|---:|\n");
        for (Result result : results) {
            for (Part part : result.parts()) {
                Agreement edges = part.edges();
                if (edges.count() > 0) {
                    text.append(String.format(
                            Locale.ROOT,
                            "| %s | %,d | %.2f %% | %.2e | %.2e |%n",
                            result.reference().name(),
                            edges.count(),
                            100 * edges.within(0.02),
                            edges.quantile(0.5),
                            edges.largest()));
                }
            }
        }
    }

    private void counts(StringBuilder text) {
        text.append("\n## Hours\n\n| case | hours | calm | missing | the reference's |\n|---|---:|---:|---:|---|\n");
        for (Result result : results) {
            String reference = result.expectedCounts()
                    .map(c ->
                            "%,d, %,d, %,d".formatted(c[0], c[1], c[2]) + (result.countsAgree() ? "" : " **differs**"))
                    .orElse("not stated");
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %,d | %s |%n",
                    result.reference().name(),
                    result.hours(),
                    result.calm(),
                    result.missing(),
                    reference));
        }
    }

    private void worst(StringBuilder text) {
        text.append("\n## Where the largest differences are\n\n");
        text.append("| case | groups | outside the limit | largest hourly difference | largest of the plot files |\n");
        text.append("|---|---|---:|---|---|\n");
        for (Result result : results) {
            for (Part part : result.parts()) {
                CaseRow row = CaseRow.of(result.reference(), part);
                long outside =
                        Math.round(part.blocks().count() * (1 - part.blocks().within(row.limit())));
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %.2e %s | %.2e %s |%n",
                        row.name(),
                        outside,
                        part.blocks().largest(),
                        part.blocks().worst(),
                        part.plots().largest(),
                        part.plots().worst()));
            }
        }
    }

    private static String fragment(String name) {
        try (InputStream in = Objects.requireNonNull(
                DispersionReport.class.getResourceAsStream(name), () -> name + " lies beside this class")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
