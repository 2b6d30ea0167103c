package org.lantian.server.assessment.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DailyRules;
import org.lantian.server.assessment.internal.DayRepository;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.assessment.internal.SubjectDays;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.assessment.Assessor;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.assessment.StateConversion;
import org.lantian.standards.ranking.Candidate;
import org.lantian.standards.ranking.RankedPlace;
import org.lantian.standards.ranking.Ranking;
import org.springframework.stereotype.Component;

/** Ranks cities or counties by composite index, and shows the change on last year. */
@Component
class RankingView {

    private final DayRepository days;
    private final DailyRules rules;
    private final PendingDays pending;
    private final SubjectDirectory subjects;
    private final StateConversion conversion =
            new StateConversion(Standards.shipped().referenceStates());

    RankingView(DayRepository days, DailyRules rules, PendingDays pending, SubjectDirectory subjects) {
        this.days = days;
        this.rules = rules;
        this.pending = pending;
        this.subjects = subjects;
    }

    AirRanking of(AirRanking.RankingScope scope, DayRange range) {
        Subject.Kind kind = scope == AirRanking.RankingScope.CITY ? Subject.Kind.CITY : Subject.Kind.COUNTY;
        List<Subject> candidates = subjects.all().stream()
                .filter(subject -> subject.kind() == kind)
                .toList();
        Subject city = subjects.all().getFirst();
        Optional<RuleSet> inForce = rules.inForce(city, range.to());
        List<Remark> remarks = new ArrayList<>(List.of(Remarks.UNREVIEWED));
        if (inForce.isEmpty()) {
            remarks.add(Remarks.NO_STANDARD);
        }
        if (rules.within(city, range.from(), range.to()).size() > 1) {
            remarks.add(Remarks.STANDARD_AT_END);
        }
        DayRange before = range.yearBefore();
        List<AirRanking.RankedSubject> ranked = new ArrayList<>();
        List<AirRanking.UnrankedSubject> unranked = new ArrayList<>();
        inForce.ifPresent(set -> new Round(set, range, candidates).rank(ranked, unranked));
        return new AirRanking(
                scope,
                range.from(),
                range.to(),
                before.from(),
                before.to(),
                Figures.standard(inForce),
                ranked,
                unranked,
                Figures.computing(pending),
                remarks);
    }

    /** One ranking at work. */
    private final class Round {
        private final RuleSet set;
        private final Assessor assessor;
        private final DayRange range;
        private final List<Subject> candidates;
        private final Map<Integer, SubjectDays> now;
        private final Map<Integer, SubjectDays> before;
        private final Map<String, List<Remark>> whyNoChange = new HashMap<>();

        Round(RuleSet set, DayRange range, List<Subject> candidates) {
            this.set = set;
            this.assessor = set.assessor();
            this.range = range;
            this.candidates = candidates;
            this.now = days.read(candidates, range.from(), range.to());
            DayRange lastYear = range.yearBefore();
            this.before = days.read(candidates, lastYear.from(), lastYear.to());
        }

        void rank(List<AirRanking.RankedSubject> ranked, List<AirRanking.UnrankedSubject> unranked) {
            Map<String, Subject> byCode = new HashMap<>();
            candidates.forEach(subject -> byCode.put(subject.code(), subject));
            Ranking ranking =
                    Ranking.of(candidates.stream().map(this::candidate).toList());
            List<RankedPlace> byChange = ranking.places().stream()
                    .filter(place -> place.changePercent().isPresent())
                    .sorted(Comparator.comparingDouble(
                            place -> place.changePercent().getAsDouble()))
                    .toList();
            for (RankedPlace place : ranking.places()) {
                Subject subject = byCode.get(place.candidate().id());
                if (subject == null) {
                    continue;
                }
                if (place.rank().isPresent()) {
                    ranked.add(ranked(subject, place, byChange.indexOf(place)));
                } else {
                    unranked.add(unranked(subject, place));
                }
            }
        }

        private Candidate candidate(Subject subject) {
            SubjectDays kept = days(now, subject);
            Optional<PeriodAssessment> assessed = kept.isEmpty()
                    ? Optional.empty()
                    : Optional.of(assessor.assess(kept.values(), new Period(range.from(), range.to())));
            return new Candidate(
                    subject.code(),
                    subject.name(),
                    !subject.stations().isEmpty(),
                    assessed,
                    assessed.flatMap(_ -> lastYear(subject)));
        }

        private Optional<PeriodAssessment> lastYear(Subject subject) {
            SubjectDays kept = days(before, subject);
            if (kept.isEmpty()) {
                whyNoChange.put(subject.code(), List.of(Remarks.NO_DATA_LAST_YEAR));
                return Optional.empty();
            }
            StateConversion.Converted converted = conversion.toStateOf(range.to(), kept.values(), null);
            if (!converted.notComparable().isEmpty()) {
                whyNoChange.put(subject.code(), List.of(Remarks.PARTICLES_NOT_COMPARABLE));
                return Optional.empty();
            }
            DayRange lastYear = range.yearBefore();
            PeriodAssessment assessed = assessor.assess(converted.days(), new Period(lastYear.from(), lastYear.to()));
            if (assessed.composite().isEmpty()) {
                whyNoChange.put(subject.code(), List.of(Remarks.NO_DATA_LAST_YEAR));
            }
            return Optional.of(assessed);
        }

        private SubjectDays days(Map<Integer, SubjectDays> of, Subject subject) {
            SubjectDays kept = of.get(subject.id());
            return kept == null ? new SubjectDays(range.from(), List.of()) : kept;
        }

        private AirRanking.RankedSubject ranked(Subject subject, RankedPlace place, int indexByChange) {
            PeriodAssessment assessed = place.candidate().now().orElseThrow();
            List<Remark> remarks = new ArrayList<>(Remarks.ofArea(subjects, subject));
            boolean valid = place.composite().orElseThrow().valid();
            if (!valid) {
                remarks.add(Remarks.TOO_FEW_DAYS);
            }
            remarks.addAll(whyNoChange.getOrDefault(subject.code(), List.of()));
            int counted = assessed.aqiDays().counted();
            return new AirRanking.RankedSubject(
                    place.rank().getAsInt(),
                    Figures.subject(subject),
                    days(now, subject).stations(),
                    SummaryView.composite(place.composite().orElseThrow(), set.assessment(), assessed),
                    Statistics.leading(assessed, set.assessment()),
                    Pollutant.SIX.stream()
                            .mapToInt(pollutant -> assessed.mean(pollutant).validDays())
                            .min()
                            .orElse(0),
                    counted == 0
                            ? null
                            : Figures.share((double) assessed.aqiDays().good() / counted),
                    place.candidate()
                            .yearBefore()
                            .flatMap(PeriodAssessment::composite)
                            .map(index -> index.rounded().doubleValue())
                            .orElse(null),
                    change(place),
                    indexByChange < 0 ? null : (Integer) (indexByChange + 1),
                    remarks);
        }

        private @Nullable Double change(RankedPlace place) {
            return place.changePercent().isPresent()
                    ? Figures.rounded(place.changePercent().getAsDouble(), 1)
                    : null;
        }

        private AirRanking.UnrankedSubject unranked(Subject subject, RankedPlace place) {
            List<Remark> reasons = place.unranked()
                    .map(why -> List.of(new Remark("ranking." + why.code(), why.text())))
                    .orElse(List.of());
            return new AirRanking.UnrankedSubject(
                    Figures.subject(subject), subject.stations().size(), reasons);
        }
    }
}
