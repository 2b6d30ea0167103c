package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.city.Target;
import org.lantian.city.TargetStatistic;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DailyRules;
import org.lantian.server.assessment.internal.DayRepository;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.city.CityCatalog;
import org.lantian.standards.RuleSet;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.GoodDaysBudget;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.assessment.PeriodStatistic;
import org.springframework.stereotype.Component;

/** Answers whether a subject is on course in the year of a date. */
@Component
class AttainmentView {

    private final DayRepository days;
    private final DailyRules rules;
    private final PendingDays pending;
    private final SubjectDirectory subjects;
    private final CityCatalog catalog;

    AttainmentView(
            DayRepository days, DailyRules rules, PendingDays pending, SubjectDirectory subjects, CityCatalog catalog) {
        this.days = days;
        this.rules = rules;
        this.pending = pending;
        this.subjects = subjects;
        this.catalog = catalog;
    }

    AirAttainment of(Subject subject, LocalDate asOf) {
        Period year = Period.ofYear(asOf.getYear());
        Period soFar = year.upTo(asOf);
        Optional<RuleSet> inForce = rules.inForce(subject, asOf);
        List<DailyValues> values =
                days.read(subject, year.first().minusYears(2), asOf).values();
        List<Remark> remarks = new ArrayList<>(List.of(Remarks.UNREVIEWED));
        remarks.addAll(Remarks.ofArea(subjects, subject));
        if (inForce.isEmpty()) {
            remarks.add(Remarks.NO_STANDARD);
        }
        if (rules.within(subject, year.first(), asOf).size() > 1) {
            remarks.add(Remarks.STANDARD_AT_END);
        }
        if (endsBefore(values, asOf)) {
            remarks.add(Remarks.DATA_END_BEFORE);
        }
        Optional<YearSoFar> state = inForce.map(set -> YearSoFar.of(set, values, year, asOf));
        return new AirAttainment(
                Figures.subject(subject),
                asOf,
                asOf.getYear(),
                soFar.days(),
                year.days() - soFar.days(),
                Figures.standard(inForce),
                state.map(s -> budgets(subject, s)).orElse(List.of()),
                goodDays(subject, state),
                inForce.map(set -> Winter.of(set, values, asOf)).orElse(null),
                Figures.computing(pending),
                remarks);
    }

    private static boolean endsBefore(List<DailyValues> values, LocalDate asOf) {
        DailyValues last = values.getLast();
        return last.day().equals(asOf) && last.equals(DailyValues.none(asOf));
    }

    /** Mean of the pollutants with an annual limit, percentile of all: both must be met. */
    private List<AirAttainment.PollutantBudget> budgets(Subject subject, YearSoFar state) {
        List<AirAttainment.PollutantBudget> budgets = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.SIX) {
            if (state.now().mean(pollutant).limit().isPresent()) {
                budgets.add(budget(subject, state, pollutant, true));
            }
            budgets.add(budget(subject, state, pollutant, false));
        }
        return budgets;
    }

    private AirAttainment.PollutantBudget budget(
            Subject subject, YearSoFar state, Pollutant pollutant, boolean ofMean) {
        PeriodStatistic now = statistic(state.now(), pollutant, ofMean);
        Optional<Target> target = target(
                subject,
                state.year().first().getYear(),
                ofMean ? TargetStatistic.ANNUAL_MEAN : TargetStatistic.ANNUAL_PERCENTILE,
                Optional.of(pollutant));
        return new AirAttainment.PollutantBudget(
                pollutant.code(),
                pollutant.label(),
                pollutant.unit().symbol(),
                now.name(),
                Statistics.name(pollutant, now.percentile()),
                Statistics.value(now),
                Figures.raw(now.value()),
                now.validDays(),
                now.limit().isPresent() ? (Double) now.limit().getAsDouble() : null,
                now.limit().isPresent() ? state.budget(now, now.limit().getAsDouble()) : null,
                target.map(t -> t.value().doubleValue()).orElse(null),
                target.map(AttainmentView::source).orElse(null),
                target.map(t -> state.budget(now, t.value().doubleValue())).orElse(null),
                Statistics.value(statistic(state.lastYear(), pollutant, ofMean)),
                state.comparable(pollutant) ? List.of() : List.of(Remarks.PARTICLES_NOT_COMPARABLE));
    }

    private static PeriodStatistic statistic(PeriodAssessment assessment, Pollutant pollutant, boolean ofMean) {
        return ofMean ? assessment.mean(pollutant) : assessment.percentile(pollutant);
    }

    private Optional<Target> target(
            Subject subject, int year, TargetStatistic statistic, Optional<Pollutant> pollutant) {
        return catalog.targets().stream()
                .filter(target -> target.year() == year
                        && target.scope().value().equals(subject.code())
                        && target.statistic() == statistic
                        && target.pollutant().equals(pollutant))
                .findFirst();
    }

    private static BilingualText source(Target target) {
        return new BilingualText(
                target.provenance().source(), target.provenance().source());
    }

    private AirAttainment.AttainmentDays goodDays(Subject subject, Optional<YearSoFar> state) {
        if (state.isEmpty()) {
            return new AirAttainment.AttainmentDays(0, 0, null, 0, null, null, null, null);
        }
        var now = state.get().now().aqiDays();
        var before = state.get().lastYear().aqiDays();
        Optional<Target> target = target(
                subject, state.get().year().first().getYear(), TargetStatistic.GOOD_DAYS_RATIO, Optional.empty());
        Optional<GoodDaysBudget> budget = target.map(
                t -> GoodDaysBudget.of(state.get().year(), state.get().asOf(), now, t.value()));
        return new AirAttainment.AttainmentDays(
                now.counted(),
                now.good(),
                share(now.good(), now.counted()),
                now.heavy(),
                share(before.good(), before.counted()),
                target.map(t -> t.value().doubleValue() / 100).orElse(null),
                budget.map(GoodDaysBudget::notGoodLeft).orElse(null),
                budget.map(AttainmentWords::goodDays).orElse(null));
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : Figures.share((double) part / whole);
    }
}
