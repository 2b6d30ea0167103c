package org.lantian.standards.assessment;

import java.util.EnumMap;
import java.util.Map;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.Provenance;
import org.lantian.standards.document.RuleTable;
import org.lantian.standards.document.StandardDocument;

/**
 * One edition of HJ 663 with the validity rules of its GB 3095, as loaded from its files.
 *
 * @param document the edition
 * @param validity least amounts of data
 * @param statistics what is stated of each of the six pollutants
 * @param composite terms of the composite index
 * @param compositeDecimals decimals of the composite index
 * @param compositeProvenance of its decimals
 */
public record AssessmentStandard(
        StandardDocument document,
        ValidityRules validity,
        Map<Pollutant, StatisticRule> statistics,
        Map<Pollutant, CompositeTerm> composite,
        int compositeDecimals,
        Provenance compositeProvenance) {

    public AssessmentStandard {
        statistics = Map.copyOf(statistics);
        composite = Map.copyOf(composite);
    }

    /**
     * What is stated of a pollutant over a year.
     *
     * @param percentile of the daily values, percent
     * @param annualMean whether its mean is assessed
     * @param dailyDecimals decimals of a daily value
     * @param statisticDecimals decimals of a mean or percentile of a period
     * @param provenance where it was read
     */
    public record StatisticRule(
            int percentile, boolean annualMean, int dailyDecimals, int statisticDecimals, Provenance provenance) {}

    /**
     * One term of the composite index (单项指数): weight · C / divisor.
     *
     * @param percentile whether C is the percentile, otherwise the mean
     * @param divisor in the unit of the pollutant
     * @param weight 1 in the plain sum
     * @param provenance where it was read
     */
    public record CompositeTerm(boolean percentile, double divisor, double weight, Provenance provenance) {}

    /** Loads an edition by the code of its document, {@code HJ 663-2013} or {@code HJ 663-2026}. */
    public static AssessmentStandard load(String documentCode) {
        StandardDocument document = StandardDocument.get(documentCode);
        Map<Pollutant, StatisticRule> statistics = new EnumMap<>(Pollutant.class);
        for (RuleTable.Row row : document.table("statistics").rows()) {
            statistics.put(
                    pollutant(row),
                    new StatisticRule(
                            row.integer("percentile"),
                            row.text("annual_mean").equals("yes"),
                            row.integer("daily_decimals"),
                            row.integer("statistic_decimals"),
                            row.provenance()));
        }
        Map<Pollutant, CompositeTerm> composite = new EnumMap<>(Pollutant.class);
        for (RuleTable.Row row : document.table("composite").rows()) {
            composite.put(
                    pollutant(row),
                    new CompositeTerm(
                            !row.text("statistic").equals("mean"),
                            row.decimal("divisor").doubleValue(),
                            row.decimal("weight").doubleValue(),
                            row.provenance()));
        }
        RuleTable.Row decimals = document.table("rules").rule("composite-index-decimals");
        return new AssessmentStandard(
                document,
                ValidityRules.load(document.table("validity")),
                statistics,
                composite,
                decimals.integer("value"),
                decimals.provenance());
    }

    private static Pollutant pollutant(RuleTable.Row row) {
        String code = row.text("pollutant");
        return Pollutant.find(code)
                .filter(Pollutant.SIX::contains)
                .orElseThrow(() -> row.fault("pollutant", code, "one of the six"));
    }

    /** The rule of one of the six pollutants. */
    public StatisticRule statistic(Pollutant pollutant) {
        StatisticRule rule = statistics.get(pollutant);
        if (rule == null) {
            throw new IllegalArgumentException(document.code() + " assesses no " + pollutant.code());
        }
        return rule;
    }

    /** The term of one of the six pollutants in the composite index. */
    public CompositeTerm compositeTerm(Pollutant pollutant) {
        CompositeTerm term = composite.get(pollutant);
        if (term == null) {
            throw new IllegalArgumentException(document.code() + " has no term for " + pollutant.code());
        }
        return term;
    }
}
