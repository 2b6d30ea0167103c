package org.lantian.standards.ranking;

import java.time.MonthDay;
import java.util.Map;
import java.util.stream.Collectors;
import org.lantian.quantities.Check;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.document.Provenance;
import org.lantian.standards.document.RuleTable;

/**
 * Rules of ranking and of the autumn–winter assessment, as loaded from their file.
 *
 * @param listLength places on the lists of the best and worst
 * @param autumnWinterFirst first day of the season
 * @param autumnWinterLast last day, in the next year
 * @param provenance by the name of the rule in the file
 */
public record RankingRules(
        int listLength, MonthDay autumnWinterFirst, MonthDay autumnWinterLast, Map<String, Provenance> provenance) {

    public RankingRules {
        Check.inRange("listLength", listLength, 1, 1000);
        provenance = Map.copyOf(provenance);
    }

    /** Loads the rules as shipped. */
    public static RankingRules load() {
        RuleTable table = RuleTable.read("ranking/rules.csv");
        return new RankingRules(
                table.rule("list-length").integer("value"),
                MonthDay.parse(table.rule("autumn-winter-first-day").text("value")),
                MonthDay.parse(table.rule("autumn-winter-last-day").text("value")),
                table.rows().stream().collect(Collectors.toMap(row -> row.text("rule"), RuleTable.Row::provenance)));
    }

    /** The season that begins in this year. */
    public Period autumnAndWinter(int startYear) {
        return new Period(autumnWinterFirst.atYear(startYear), autumnWinterLast.atYear(startYear + 1));
    }
}
