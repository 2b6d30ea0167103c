package org.lantian.server.assessment.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DailyRules;
import org.lantian.server.assessment.internal.DayRepository;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.assessment.internal.StoredDay;
import org.lantian.server.assessment.internal.SubjectDays;
import org.lantian.standards.RuleSet;
import org.lantian.standards.assessment.AssessmentStandard;
import org.lantian.standards.assessment.Assessor;
import org.lantian.standards.assessment.CompositeIndex;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.Exceedance;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.assessment.PeriodStatistic;
import org.lantian.standards.document.StandardStatus;
import org.springframework.stereotype.Component;

/** Answers how a period is assessed, under each standard in force in it. */
@Component
class SummaryView {

    private final DayRepository days;
    private final DailyRules rules;
    private final PendingDays pending;
    private final SubjectDirectory subjects;

    SummaryView(DayRepository days, DailyRules rules, PendingDays pending, SubjectDirectory subjects) {
        this.days = days;
        this.rules = rules;
        this.pending = pending;
        this.subjects = subjects;
    }

    AirSummary of(Subject subject, DayRange range) {
        SubjectDays kept = days.read(subject, range.from(), range.to());
        List<DailyValues> values = kept.values();
        List<RuleSet> within = rules.within(subject, range.from(), range.to());
        List<Remark> remarks = new ArrayList<>(List.of(Remarks.UNREVIEWED));
        remarks.addAll(Remarks.ofArea(subjects, subject));
        if (within.isEmpty()) {
            remarks.add(Remarks.NO_STANDARD);
        }
        if (!within.isEmpty() && range.from().isBefore(within.getFirst().from())) {
            remarks.add(Remarks.PHASE_IN);
        }
        if (within.size() > 1) {
            remarks.add(Remarks.SEVERAL_STANDARDS);
        }
        return new AirSummary(
                Figures.subject(subject),
                range.from(),
                range.to(),
                subject.kind() == Subject.Kind.STATION ? completeness(kept, range) : null,
                within.stream().map(set -> assessment(set, values, range)).toList(),
                Figures.computing(pending),
                remarks);
    }

    private static @Nullable Double completeness(SubjectDays kept, DayRange range) {
        int complete = kept.days().stream()
                .flatMap(Optional::stream)
                .mapToInt(StoredDay::completeHours)
                .sum();
        return Figures.share((double) complete / (range.length() * HourEnding.SLOTS_PER_DAY));
    }

    static AirSummary.StandardAssessment assessment(RuleSet set, List<DailyValues> values, DayRange range) {
        Assessor assessor = set.assessor();
        PeriodAssessment assessed = assessor.assess(values, new Period(range.from(), range.to()));
        List<Remark> remarks = new ArrayList<>();
        if (assessed.statistics().stream().anyMatch(statistic -> statistic.status() == StandardStatus.UNVERIFIED)) {
            remarks.add(Remarks.UNVERIFIED_RULES);
        }
        return new AirSummary.StandardAssessment(
                Figures.standard(set),
                label(set, range),
                Pollutant.SIX.stream()
                        .map(pollutant -> pollutant(set, assessed, values, pollutant, range))
                        .toList(),
                dayCounts(assessor, assessed, values, range),
                assessed.composite()
                        .map(index -> composite(index, set.assessment(), assessed))
                        .orElse(null),
                assessed.attained().orElse(null),
                remarks);
    }

    private static BilingualText label(RuleSet set, DayRange range) {
        boolean whole = set.covers(range.from()) && set.covers(range.to());
        if (whole || range.to().isBefore(set.from())) {
            return new BilingualText("全时段适用", "in force over the whole period");
        }
        var from = range.from().isBefore(set.from()) ? set.from() : range.from();
        var to = set.lastDay().filter(last -> last.isBefore(range.to())).orElse(range.to());
        return new BilingualText(
                from + " 至 " + to + " 实施；此处按该标准评价全时段",
                "in force from " + from + " to " + to + "; here the whole period is assessed by it");
    }

    private static AirSummary.PollutantAssessment pollutant(
            RuleSet set, PeriodAssessment assessed, List<DailyValues> values, Pollutant pollutant, DayRange range) {
        PeriodStatistic mean = assessed.mean(pollutant);
        PeriodStatistic percentile = assessed.percentile(pollutant);
        double limit = set.limits().ofDay(pollutant).grade2();
        Exceedance exceedance = Exceedance.of(values, pollutant, limit, set.assessment());
        return new AirSummary.PollutantAssessment(
                pollutant.code(),
                pollutant.label(),
                pollutant.unit().symbol(),
                exceedance.validDays(),
                range.length(),
                Objects.requireNonNullElse(Figures.share((double) exceedance.validDays() / range.length()), 0.0),
                percentile.valid(),
                Statistics.value(mean),
                Figures.raw(mean.value()),
                mean.limit().isPresent() ? (Double) mean.limit().getAsDouble() : null,
                percentile.percentile(),
                Statistics.value(percentile),
                Figures.raw(percentile.value()),
                limit,
                exceedance.daysAbove(),
                Figures.share(exceedance.share()),
                Figures.rounded(exceedance.greatestExcess(), 2),
                Figures.raw(exceedance.maximum()),
                exceedance.maximumDay(),
                assessed.attained(pollutant).orElse(null),
                percentile.valid() ? List.of() : List.of(Remarks.TOO_FEW_DAYS));
    }

    private static AirSummary.DayCounts dayCounts(
            Assessor assessor, PeriodAssessment assessed, List<DailyValues> values, DayRange range) {
        List<Boolean> verdicts = values.stream()
                .map(assessor::dayAttained)
                .flatMap(Optional::stream)
                .toList();
        int attained = (int) verdicts.stream().filter(verdict -> verdict).count();
        return new AirSummary.DayCounts(
                range.length(),
                verdicts.size(),
                assessed.aqiDays().byLevel(),
                attained,
                verdicts.isEmpty() ? null : Figures.share((double) attained / verdicts.size()),
                assessed.aqiDays().heavy());
    }

    static AirSummary.CompositeFigure composite(
            CompositeIndex index, AssessmentStandard standard, PeriodAssessment assessed) {
        List<AirSummary.CompositePart> parts = Pollutant.SIX.stream()
                .map(pollutant -> part(index, standard, assessed, pollutant))
                .toList();
        String leading = index.terms().entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry<Pollutant, Double>::getValue))
                .map(entry -> entry.getKey().code())
                .orElse("");
        return new AirSummary.CompositeFigure(index.rounded().doubleValue(), parts, leading);
    }

    private static AirSummary.CompositePart part(
            CompositeIndex index, AssessmentStandard standard, PeriodAssessment assessed, Pollutant pollutant) {
        AssessmentStandard.CompositeTerm term = standard.compositeTerm(pollutant);
        Double concentration = Statistics.value(Statistics.leading(assessed, standard, pollutant));
        return new AirSummary.CompositePart(
                pollutant.code(),
                Objects.requireNonNullElse(concentration, 0.0),
                term.divisor(),
                term.weight(),
                Objects.requireNonNullElse(
                        Figures.rounded(index.terms().getOrDefault(pollutant, 0.0), index.decimals() + 1), 0.0),
                Objects.requireNonNullElse(Figures.share(index.share(pollutant)), 0.0));
    }
}
