package org.lantian.server.assessment.internal;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.CleanPoint;
import org.lantian.server.assessment.Subject;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.aqi.HourlyConcentrations;
import org.lantian.standards.assessment.AreaHour;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.DayRules;
import org.lantian.standards.assessment.StationDays;
import org.springframework.stereotype.Component;

/** The rules of a city day; before any standard those of the oldest, so that values are kept all the same. */
@Component
public class DailyRules {

    private final Standards standards = Standards.shipped();
    /** By identity: a rule set is large, and there is one of each. */
    private final Map<RuleSet, DayRules> dayRules = new IdentityHashMap<>();

    DailyRules() {
        for (RuleSet rules : standards.ruleSets()) {
            dayRules.put(rules, rules.dayRules());
        }
    }

    /** How hours become the values of this day. */
    public DayRules on(LocalDate day) {
        return of(inForceOrOldest(day));
    }

    /**
     * The day of a county or city.
     *
     * @param stations one entry per station that counts, also of one without data
     */
    DailyValues area(LocalDate day, List<DailyValues> stations) {
        List<StationDays> counting = stations.stream()
                .map(values -> new StationDays("", CleanPoint.NO, List.of(values)))
                .toList();
        return inForceOrOldest(day).areaMean().of(counting).days().getFirst();
    }

    /** The hour of a county or city. */
    public HourlyConcentrations areaHour(LocalDate day, List<HourlyConcentrations> stations) {
        return new AreaHour(inForceOrOldest(day).assessment().validity()).of(stations);
    }

    private RuleSet inForceOrOldest(LocalDate day) {
        return standards.on(day).orElseGet(() -> standards.ruleSets().getFirst());
    }

    /** How hours become daily values by these rules. */
    public DayRules of(RuleSet rules) {
        DayRules found = dayRules.get(rules);
        return found == null ? rules.dayRules() : found;
    }

    /** The rules in force for a subject on a day. */
    public Optional<RuleSet> inForce(Subject subject, LocalDate day) {
        return standards.on(day, new AreaCode(subject.cityCode()));
    }

    /** All rules in force for a subject on some day of a range, oldest first. */
    public List<RuleSet> within(Subject subject, LocalDate from, LocalDate to) {
        return standards.within(from, to, Optional.of(new AreaCode(subject.cityCode())));
    }
}
