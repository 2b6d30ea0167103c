package org.lantian.cli.dispersion;

import java.util.Locale;
import org.lantian.cli.dispersion.CaseComparison.Part;

/**
 * One line of the table of agreement: the groups of one kind in one case.
 *
 * @param limit relative difference within which values agree
 * @param share that must agree, 0–1
 * @param medianLimit greatest median of the differences; NaN where none is asked for
 * @param highestLimit greatest difference of a highest value
 */
record CaseRow(String name, Part part, double limit, double share, double medianLimit, double highestLimit) {

    static CaseRow of(ReferenceCase reference, Part part) {
        return of(reference, part, part.area() ? "areas" : "points, volumes");
    }

    /** The row of areas computed by the exact normal integral. */
    static CaseRow exact(ReferenceCase reference, Part part) {
        return of(reference, part, "areas, exact integral");
    }

    private static CaseRow of(ReferenceCase reference, Part part, String kind) {
        String name = reference.name();
        return switch (reference.measure()) {
            case BY_SOURCES ->
                part.area()
                        ? new CaseRow(name + " | " + kind, part, 0.02, 0.98, Double.NaN, 0.03)
                        : new CaseRow(name + " | " + kind, part, 0.01, 0.999, 1e-4, 0.01);
            case GASES -> new CaseRow(name + " | " + kind, part, 0.02, 0.99, Double.NaN, 0.01);
            case CITY -> new CaseRow(name + " | " + kind, part, 0.02, 0.99, Double.NaN, 0.02);
        };
    }

    boolean met() {
        return part.blocks().within(limit) >= share
                && !(part.blocks().quantile(0.5) > medianLimit)
                && part.largestOfHighest() <= highestLimit;
    }

    static String header() {
        return """
                | case | groups | compared | ours alone | asked | within | median | 99 % | largest | highest values | other ranked values and means | met |
                |---|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---|
                """;
    }

    /** The row in Markdown. */
    String markdown() {
        Agreement blocks = part.blocks();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.4g %% in %.3g %% | %.3f %% | %.2e | %.2e | %.2e | %.2e | %.2e | %s |",
                name,
                blocks.count(),
                blocks.unmatched(),
                100 * share,
                100 * limit,
                100 * blocks.within(limit),
                blocks.quantile(0.5),
                blocks.quantile(0.99),
                blocks.largest(),
                part.largestOfHighest(),
                part.plots().largest(),
                met() ? "yes" : "**no**");
    }
}
