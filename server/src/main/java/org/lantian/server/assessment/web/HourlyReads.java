package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DailyRules;
import org.lantian.server.assessment.internal.HourlyIndex;
import org.lantian.server.monitoring.Observations;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.HourlyConcentrations;
import org.springframework.stereotype.Component;

/** Reads hours of stations as the pages on hours need them. */
@Component
class HourlyReads {

    private final Observations observations;
    private final SubjectDirectory subjects;
    private final DailyRules rules;

    HourlyReads(Observations observations, SubjectDirectory subjects, DailyRules rules) {
        this.observations = observations;
        this.subjects = subjects;
        this.rules = rules;
    }

    List<Subject> stations() {
        return subjects.all().stream()
                .filter(subject -> subject.kind() == Subject.Kind.STATION)
                .toList();
    }

    /** Series of each station by its code, from the day before the first one: an index may look back 24 hours. */
    Map<String, Map<Parameter, HourlySeries>> read(
            Collection<Subject> stations, LocalDate from, LocalDate to, Parameter... besides) {
        List<Parameter> parameters = new ArrayList<>(Pollutant.SIX);
        parameters.addAll(List.of(besides));
        List<String> codes = stations.stream().map(Subject::code).toList();
        return observations.read(codes, parameters, from.minusDays(1), to).stream()
                .collect(Collectors.toMap(
                        Observations.StationSeries::stationCode, Observations.StationSeries::series, (a, _) -> a));
    }

    HourlyIndex index(Map<Parameter, HourlySeries> series) {
        return new HourlyIndex(series, rules);
    }

    /** The hour of an area from the hours of the stations that count. */
    HourlyConcentrations areaHour(LocalDate day, List<HourlyConcentrations> stations) {
        return rules.areaHour(day, stations);
    }

    Optional<RuleSet> inForce(Subject subject, LocalDate day) {
        return rules.inForce(subject, day);
    }

    /** The rules in force for a subject on each day. */
    List<Optional<RuleSet>> inForce(Subject subject, DayRange range) {
        return range.days().stream().map(day -> rules.inForce(subject, day)).toList();
    }

    List<RuleSet> within(Subject subject, DayRange range) {
        return rules.within(subject, range.from(), range.to());
    }

    static boolean hasValue(HourlySeries series) {
        for (int i = 0; i < series.hours(); i++) {
            if (!series.isMissing(i)) {
                return true;
            }
        }
        return false;
    }
}
