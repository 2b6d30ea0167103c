package org.lantian.standards.ranking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lantian.quantities.Check;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.assessment.PeriodStatistic;

/**
 * Autumn–winter assessment (秋冬季考核), 1 October to 31 March: decrease of mean PM2.5 and of heavy-pollution days (daily
 * AQI above 200) against the same days a year before, against the city's targets. Read in press reports of the action
 * plans.
 *
 * @param period from 1 October to the day of the assessment
 * @param pm25Now mean PM2.5, µg/m³
 * @param pm25Before that of the same days a year before
 * @param heavyDaysNow days with a daily AQI above 200
 * @param heavyDaysBefore those of the year before
 * @param comparable false when the two spans lie on both sides of 2018-09-01, where the reference state of PM2.5
 *     changed and no temperature and pressure are known
 * @param targets what the city must reach
 */
public record AutumnWinterAssessment(
        Period period,
        PeriodStatistic pm25Now,
        PeriodStatistic pm25Before,
        int heavyDaysNow,
        int heavyDaysBefore,
        boolean comparable,
        Targets targets) {

    /**
     * Targets of a city.
     *
     * @param pm25DecreasePercent least decrease of mean PM2.5, percent; below 0 allows an increase
     * @param heavyDaysDecrease least decrease of the number of heavy-pollution days
     */
    public record Targets(double pm25DecreasePercent, int heavyDaysDecrease) {}

    /** How the daily values of a place are assessed. */
    @FunctionalInterface
    public interface Assessing {
        PeriodAssessment assess(List<DailyValues> days, Period period);
    }

    /**
     * The assessment of a season.
     *
     * @param startYear year of its 1 October
     * @param asOf last day with data
     * @param days daily values of the city, of this season and the one before
     * @param comparable whether PM2.5 of both seasons has one reference state or was converted to one
     */
    public static AutumnWinterAssessment of(
            int startYear,
            LocalDate asOf,
            List<DailyValues> days,
            Assessing rules,
            boolean comparable,
            Targets targets) {
        Period season = RankingRules.load().autumnAndWinter(startYear);
        Check.that(!asOf.isBefore(season.first()), "asOf is " + asOf + ", expected a day from " + season.first());
        Period soFar = season.upTo(asOf);
        PeriodAssessment now = rules.assess(days, soFar);
        PeriodAssessment before = rules.assess(days, soFar.yearBefore());
        return new AutumnWinterAssessment(
                soFar,
                now.mean(Pollutant.PM25),
                before.mean(Pollutant.PM25),
                now.aqiDays().heavy(),
                before.aqiDays().heavy(),
                comparable,
                targets);
    }

    /** Decrease of mean PM2.5 in percent; empty when not comparable or without data. */
    public OptionalDouble pm25DecreasePercent() {
        if (!comparable || !(pm25Before.value() > 0) || Double.isNaN(pm25Now.value())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(-Ranking.percentChange(pm25Now.value(), pm25Before.value()));
    }

    public int heavyDaysDecrease() {
        return heavyDaysBefore - heavyDaysNow;
    }

    /** Whether both targets are met; empty when PM2.5 cannot be compared. */
    public Optional<Boolean> targetsMet() {
        OptionalDouble decrease = pm25DecreasePercent();
        return decrease.isEmpty()
                ? Optional.empty()
                : Optional.of(decrease.getAsDouble() >= targets.pm25DecreasePercent()
                        && heavyDaysDecrease() >= targets.heavyDaysDecrease());
    }
}
