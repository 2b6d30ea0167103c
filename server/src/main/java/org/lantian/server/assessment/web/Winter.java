package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodStatistic;
import org.lantian.standards.ranking.AutumnWinterAssessment;
import org.lantian.standards.ranking.RankingRules;

/** The autumn–winter assessment of the season that runs on a day, or that ended last. */
final class Winter {

    /** No pack holds targets of a season yet; without targets nothing is said about meeting them. */
    private static final AutumnWinterAssessment.Targets NO_TARGETS = new AutumnWinterAssessment.Targets(0, 0);

    private Winter() {}

    static AirAttainment.WinterAssessment of(RuleSet set, List<DailyValues> values, LocalDate asOf) {
        int startYear = asOf.getMonthValue() >= 10 ? asOf.getYear() : asOf.getYear() - 1;
        Period season = RankingRules.load().autumnAndWinter(startYear);
        LocalDate last = asOf.isBefore(season.last()) ? asOf : season.last();
        boolean comparable = Standards.shipped()
                .referenceStates()
                .factor(Pollutant.PM25, season.first().minusYears(1), season.first())
                .isPresent();
        AutumnWinterAssessment assessed =
                AutumnWinterAssessment.of(startYear, last, values, set.assessor()::assess, comparable, NO_TARGETS);
        OptionalDouble decrease = assessed.pm25DecreasePercent();
        boolean dataBefore = assessed.pm25Before().validDays() > 0;
        return new AirAttainment.WinterAssessment(
                assessed.period().first(),
                assessed.period().last(),
                Statistics.value(assessed.pm25Now()),
                Statistics.value(assessed.pm25Before()),
                decrease.isPresent() ? Figures.rounded(-decrease.getAsDouble(), 1) : null,
                assessed.heavyDaysNow(),
                dataBefore ? (Integer) assessed.heavyDaysBefore() : null,
                remarks(assessed.pm25Now(), dataBefore, comparable));
    }

    private static List<Remark> remarks(PeriodStatistic now, boolean dataBefore, boolean comparable) {
        List<Remark> remarks = new ArrayList<>();
        if (!now.valid()) {
            remarks.add(Remarks.TOO_FEW_DAYS);
        }
        if (!dataBefore) {
            remarks.add(Remarks.NO_DATA_LAST_YEAR);
        } else if (!comparable) {
            remarks.add(Remarks.PARTICLES_NOT_COMPARABLE);
        }
        return remarks;
    }
}
