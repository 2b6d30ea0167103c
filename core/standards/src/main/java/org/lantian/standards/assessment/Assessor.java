package org.lantian.standards.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lantian.quantities.Check;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.aqi.AqiStandard;
import org.lantian.standards.assessment.AssessmentStandard.CompositeTerm;
import org.lantian.standards.assessment.AssessmentStandard.StatisticRule;
import org.lantian.standards.document.StandardStatus;
import org.lantian.standards.limits.Averaging;
import org.lantian.standards.limits.Limit;
import org.lantian.standards.limits.LimitStandard;
import org.lantian.standards.rounding.Gbt8170;

/** Assesses daily values over a period by HJ 663: means, percentiles, composite index, attainment, days by level. */
public final class Assessor {

    private final AqiStandard aqi;
    private final AssessmentStandard rules;
    private final LimitStandard limits;
    private final String label;

    public Assessor(AqiStandard aqi, AssessmentStandard rules, LimitStandard limits, String label) {
        this.aqi = aqi;
        this.rules = rules;
        this.limits = limits;
        this.label = label;
    }

    /** The assessment of the days that lie in a period; each day at most once, in any order. */
    public PeriodAssessment assess(List<DailyValues> days, Period period) {
        List<DailyValues> within =
                days.stream().filter(day -> period.contains(day.day())).toList();
        long distinct = within.stream().map(DailyValues::day).distinct().count();
        Check.that(distinct == within.size(), "days holds a day twice, expected each once");
        List<PeriodStatistic> statistics = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.SIX) {
            statistics.add(statistic(within, period, pollutant, false));
            statistics.add(statistic(within, period, pollutant, true));
        }
        return new PeriodAssessment(period, label, statistics, composite(statistics), aqiDays(within));
    }

    private PeriodStatistic statistic(List<DailyValues> days, Period period, Pollutant pollutant, boolean percentile) {
        StatisticRule rule = rules.statistic(pollutant);
        double[] values = days.stream()
                .mapToDouble(day -> day.of(pollutant).ifValid())
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        Optional<Limit> limit = percentile
                ? Optional.of(limits.ofDay(pollutant))
                : rule.annualMean() ? limits.find(pollutant, Averaging.YEAR) : Optional.empty();
        return new PeriodStatistic(
                pollutant,
                percentile ? rule.percentile() : 0,
                percentile
                        ? Percentile.of(values, rule.percentile())
                        : Arrays.stream(values).average().orElse(Double.NaN),
                rule.statisticDecimals(),
                limit.map(l -> OptionalDouble.of(l.grade2())).orElse(OptionalDouble.empty()),
                values.length,
                enough(days, period, pollutant),
                status(rule, limit));
    }

    private StandardStatus status(StatisticRule rule, Optional<Limit> limit) {
        StandardStatus status = rule.provenance().status();
        for (String name : List.of("hours-per-day", "days-per-year", "days-per-month")) {
            status = status.and(rules.validity().provenance(name).status());
        }
        return limit.map(l -> l.provenance().status())
                .orElse(StandardStatus.READ)
                .and(status);
    }

    /** Enough days in the year and in each month; a part of a month may lack as many days as the whole month may. */
    private boolean enough(List<DailyValues> days, Period period, Pollutant pollutant) {
        Map<YearMonth, Integer> validByMonth = new HashMap<>();
        int valid = 0;
        for (DailyValues day : days) {
            if (day.of(pollutant).valid()) {
                validByMonth.merge(YearMonth.from(day.day()), 1, Integer::sum);
                valid++;
            }
        }
        for (YearMonth month : period.months()) {
            int mayLack = month.lengthOfMonth() - rules.validity().daysIn(month);
            if (validByMonth.getOrDefault(month, 0) < Math.max(1, period.daysIn(month) - mayLack)) {
                return false;
            }
        }
        return !period.isYear() || valid >= rules.validity().daysPerYear();
    }

    private Optional<CompositeIndex> composite(List<PeriodStatistic> statistics) {
        Map<Pollutant, Double> terms = new EnumMap<>(Pollutant.class);
        boolean valid = true;
        double sum = 0;
        StandardStatus status = rules.compositeProvenance().status();
        for (PeriodStatistic statistic : statistics) {
            CompositeTerm term = rules.compositeTerm(statistic.pollutant());
            if (term.percentile() == statistic.isMean()) {
                continue;
            }
            if (statistic.rounded().isEmpty()) {
                return Optional.empty();
            }
            double part = term.weight() * statistic.rounded().get().doubleValue() / term.divisor();
            terms.put(statistic.pollutant(), part);
            sum += part;
            valid &= statistic.valid();
            status = status.and(term.provenance().status()).and(statistic.status());
        }
        return Optional.of(new CompositeIndex(sum, rules.compositeDecimals(), terms, valid, status));
    }

    private AqiDays aqiDays(List<DailyValues> days) {
        Integer[] byLevel = {0, 0, 0, 0, 0, 0};
        for (DailyValues day : days) {
            aqi.daily(day.concentrations(rules)).level().ifPresent(level -> byLevel[level.number() - 1]++);
        }
        return new AqiDays(List.of(byLevel));
    }

    /** Whether a day meets the limits of a day for all six (日达标); empty when one of them is not valid. */
    public Optional<Boolean> dayAttained(DailyValues day) {
        boolean complete = true;
        for (Pollutant pollutant : Pollutant.SIX) {
            double stated = Gbt8170.round(
                    day.of(pollutant).ifValid(), rules.statistic(pollutant).dailyDecimals());
            if (stated > limits.ofDay(pollutant).grade2()) {
                return Optional.of(false);
            }
            complete &= !Double.isNaN(stated);
        }
        return complete ? Optional.of(true) : Optional.empty();
    }

    /** Days up to and including a day on which a pollutant's stated value was above its limit of a day. */
    public int daysAbove(List<DailyValues> days, Pollutant pollutant, LocalDate asOf) {
        int decimals = rules.statistic(pollutant).dailyDecimals();
        double limit = limits.ofDay(pollutant).grade2();
        return (int) days.stream()
                .filter(day -> !day.day().isAfter(asOf))
                .filter(day -> Gbt8170.round(day.of(pollutant).ifValid(), decimals) > limit)
                .count();
    }
}
