package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DailyRules;
import org.lantian.server.assessment.internal.DayRepository;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.assessment.internal.StoredDay;
import org.lantian.server.assessment.internal.SubjectDays;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.DailyConcentrations;
import org.lantian.standards.assessment.DailyValues;
import org.springframework.stereotype.Component;

/** Answers the daily values of a subject. */
@Component
class DaysView {

    private final DayRepository days;
    private final DailyRules rules;
    private final PendingDays pending;
    private final SubjectDirectory subjects;

    DaysView(DayRepository days, DailyRules rules, PendingDays pending, SubjectDirectory subjects) {
        this.days = days;
        this.rules = rules;
        this.pending = pending;
        this.subjects = subjects;
    }

    AirDays of(Subject subject, DayRange range) {
        SubjectDays kept = days.read(subject, range.from(), range.to());
        List<AirDays.AirDay> list = new ArrayList<>(range.length());
        for (int i = 0; i < range.length(); i++) {
            LocalDate day = range.from().plusDays(i);
            list.add(day(subject, day, kept.days().get(i), rules.inForce(subject, day)));
        }
        List<RuleSet> within = rules.within(subject, range.from(), range.to());
        return new AirDays(
                Figures.subject(subject),
                range.from(),
                range.to(),
                list,
                within.stream().map(Figures::standard).toList(),
                Figures.levels(within.stream().reduce((_, last) -> last)),
                Figures.computing(pending),
                remarks(subject, within));
    }

    private List<Remark> remarks(Subject subject, List<RuleSet> within) {
        List<Remark> remarks = new ArrayList<>(List.of(Remarks.UNREVIEWED));
        if (within.isEmpty()) {
            remarks.add(Remarks.NO_STANDARD);
        }
        remarks.addAll(Remarks.ofArea(subjects, subject));
        return remarks;
    }

    static AirDays.AirDay day(Subject subject, LocalDate day, Optional<StoredDay> kept, Optional<RuleSet> inForce) {
        DailyValues values = kept.map(StoredDay::values).orElseGet(() -> DailyValues.none(day));
        Optional<DailyConcentrations> stated = inForce.map(set -> values.concentrations(set.assessment()));
        return new AirDays.AirDay(
                day,
                Figures.six(pollutant -> stated.map(c -> stated(c, pollutant)).orElse(Double.NaN)),
                Figures.six(pollutant -> values.of(pollutant).value()),
                Figures.raw(values.o3Max1h().value()),
                counts(values),
                stated.flatMap(c -> inForce.map(set -> set.aqi().daily(c)))
                        .map(Figures::aqi)
                        .orElse(null),
                attained(values, inForce),
                overLimit(stated, inForce),
                subject.kind() == Subject.Kind.STATION
                        ? null
                        : (Integer) kept.map(StoredDay::stations).orElse(0),
                inForce.map(RuleSet::name).orElse(null));
    }

    private static @Nullable Boolean attained(DailyValues values, Optional<RuleSet> inForce) {
        return inForce.flatMap(set -> set.assessor().dayAttained(values)).orElse(null);
    }

    private static List<String> overLimit(Optional<DailyConcentrations> stated, Optional<RuleSet> inForce) {
        if (stated.isEmpty() || inForce.isEmpty()) {
            return List.of();
        }
        return Pollutant.SIX.stream()
                .filter(pollutant -> stated(stated.get(), pollutant)
                        > inForce.get().limits().ofDay(pollutant).grade2())
                .map(Pollutant::code)
                .toList();
    }

    static double stated(DailyConcentrations c, Pollutant pollutant) {
        return switch (pollutant) {
            case SO2 -> c.so2();
            case NO2 -> c.no2();
            case PM10 -> c.pm10();
            case CO -> c.co();
            case O3 -> c.o3Max8h();
            case PM25 -> c.pm25();
            case TSP, NOX, PB, BAP -> Double.NaN;
        };
    }

    private static AirDays.SixCounts counts(DailyValues values) {
        return new AirDays.SixCounts(
                values.so2().count(),
                values.no2().count(),
                values.pm10().count(),
                values.co().count(),
                values.o3Max8h().count(),
                values.pm25().count());
    }
}
