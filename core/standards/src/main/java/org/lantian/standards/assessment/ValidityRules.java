package org.lantian.standards.assessment;

import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.lantian.standards.document.Provenance;
import org.lantian.standards.document.RuleTable;

/**
 * Least amounts of data (数据统计的有效性规定), GB 3095 table 4 and HJ 663.
 *
 * @param hoursPerDay hourly values of a 24-h mean
 * @param hoursPer8hMean hourly values of an 8-h mean of O3
 * @param means8hPerDay 8-h means ending 08:00–24:00 of a daily maximum
 * @param hoursPerDayFor1hMaximum hourly values of a daily maximum of O3
 * @param daysPerYear daily values of a year
 * @param daysPerMonth daily values of each month
 * @param daysInFebruary daily values of February
 * @param validStationSharePercent share of a city's stations that make its value valid
 * @param provenance by the name of the rule in the file
 */
public record ValidityRules(
        int hoursPerDay,
        int hoursPer8hMean,
        int means8hPerDay,
        int hoursPerDayFor1hMaximum,
        int daysPerYear,
        int daysPerMonth,
        int daysInFebruary,
        int validStationSharePercent,
        Map<String, Provenance> provenance) {

    public ValidityRules {
        provenance = Map.copyOf(provenance);
    }

    static ValidityRules load(RuleTable table) {
        return new ValidityRules(
                value(table, "hours-per-day"),
                value(table, "hours-per-8h-mean"),
                value(table, "8h-means-per-day"),
                value(table, "hours-per-day-for-1h-maximum"),
                value(table, "days-per-year"),
                value(table, "days-per-month"),
                value(table, "days-in-february"),
                value(table, "valid-station-share-percent"),
                table.rows().stream().collect(Collectors.toMap(row -> row.text("rule"), RuleTable.Row::provenance)));
    }

    private static int value(RuleTable table, String rule) {
        return table.rule(rule).integer("value");
    }

    /** Least number of valid days in a whole month. */
    public int daysIn(YearMonth month) {
        return month.getMonthValue() == 2 ? daysInFebruary : daysPerMonth;
    }

    /** Where a rule comes from, by its name in the file. */
    public Provenance provenance(String rule) {
        Provenance found = provenance.get(rule);
        if (found == null) {
            throw new IllegalArgumentException("no rule " + rule);
        }
        return found;
    }

    /** The same rules with another share of stations. */
    public ValidityRules withValidStationSharePercent(int percent) {
        return new ValidityRules(
                hoursPerDay,
                hoursPer8hMean,
                means8hPerDay,
                hoursPerDayFor1hMaximum,
                daysPerYear,
                daysPerMonth,
                daysInFebruary,
                percent,
                provenance);
    }
}
