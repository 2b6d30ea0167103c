package org.lantian.cli.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lantian.cli.air.StationHours;
import org.lantian.cli.output.RowBuffer;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.CleanPoint;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.assessment.AreaDays;
import org.lantian.standards.assessment.AreaRemark;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.DayRules;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.StationDays;

/**
 * Assesses a year of stations, and of their counties and cities where a roster names them. A year in which two sets of
 * rules were in force is assessed under each.
 */
public final class YearAssessment {

    private final Period year;
    private final Map<String, StationHours> stations;
    private final Optional<RuleSet> named;
    private final Optional<AreaCode> area;
    private final RowBuffer rows;
    /** Daily values by rule set and station: the same station counts for itself, its county and its city. */
    private final Map<String, List<DailyValues>> daysOf = new HashMap<>();

    /**
     * @param stations by code
     * @param named rules asked for by name; empty: those in force in the year
     * @param area place whose phase-in counts for stations without a city
     */
    public YearAssessment(
            int year,
            Map<String, StationHours> stations,
            Optional<RuleSet> named,
            Optional<AreaCode> area,
            RowBuffer rows) {
        this.year = Period.ofYear(year);
        this.stations = Map.copyOf(stations);
        this.named = named;
        this.area = area;
        this.rows = rows;
    }

    /** Rows of a station. */
    public void station(String code, Optional<StationRoster.Place> city) {
        for (Optional<RuleSet> rules : rules(city.flatMap(StationRoster.Place::area))) {
            AssessmentRows printer = new AssessmentRows("station", code, remarks(Set.of()), rows);
            print(printer, rules, days(code, rules));
        }
    }

    /** Rows of a county or city. */
    public void area(String scope, StationRoster.Place place, List<StationRoster.Entry> entries) {
        Optional<AreaCode> code = place.area()
                .or(() -> entries.stream()
                        .flatMap(entry -> entry.city().stream())
                        .flatMap(city -> city.area().stream())
                        .findFirst());
        for (Optional<RuleSet> rules : rules(code)) {
            List<StationDays> withDays = new ArrayList<>();
            for (StationRoster.Entry entry : entries) {
                if (stations.containsKey(entry.station())) {
                    withDays.add(new StationDays(entry.station(), entry.cleanPoint(), days(entry.station(), rules)));
                } else {
                    // a declared station without data still counts among those of which 75 % must be valid
                    withDays.add(new StationDays(entry.station(), entry.cleanPoint(), List.of()));
                }
            }
            AreaDays mean =
                    rules.orElseGet(YearAssessment::arithmetic).areaMean().of(withDays);
            AssessmentRows printer = new AssessmentRows(scope, place.id(), remarks(mean.remarks()), rows);
            if (mean.counted().isEmpty()) {
                String why = entries.stream().anyMatch(e -> e.cleanPoint() == CleanPoint.YES)
                        ? "only-clean-points"
                        : AreaRemark.NO_STATION.code();
                printer.printNothing(rules.map(RuleSet::label).orElse(""), why);
            } else {
                print(printer, rules, mean.days());
            }
        }
    }

    /** The remarks on an area, and the one on a year whose values refer to two states of the air. */
    private Set<String> remarks(Set<AreaRemark> ofArea) {
        Set<String> codes = new TreeSet<>();
        ofArea.forEach(remark -> codes.add(remark.code()));
        if (Standards.shipped().referenceStates().changesWithin(Pollutant.SO2, year.first(), year.last())) {
            codes.add("mixed-reference-state");
        }
        return codes;
    }

    private void print(AssessmentRows printer, Optional<RuleSet> rules, List<DailyValues> days) {
        if (rules.isPresent()) {
            printer.print(rules.get().assessor().assess(days, year));
        } else {
            printer.printWithoutStandard(arithmetic().assessor().assess(days, year));
        }
    }

    /** The rules to assess by; one empty entry when no standard was in force. */
    private List<Optional<RuleSet>> rules(Optional<AreaCode> place) {
        if (named.isPresent()) {
            return List.of(named);
        }
        List<RuleSet> inForce = Standards.shipped().within(year.first(), year.last(), place.or(() -> area));
        return inForce.isEmpty()
                ? List.of(Optional.empty())
                : inForce.stream().map(Optional::of).toList();
    }

    /** Only for plain means of years without a standard: the arithmetic of the oldest rules. */
    private static RuleSet arithmetic() {
        return Standards.shipped().ruleSets().getFirst();
    }

    private List<DailyValues> days(String code, Optional<RuleSet> rules) {
        RuleSet used = rules.orElseGet(YearAssessment::arithmetic);
        return daysOf.computeIfAbsent(used.name() + "/" + code, _ -> compute(code, used.dayRules()));
    }

    private List<DailyValues> compute(String code, DayRules rules) {
        StationHours hours = stations.get(code);
        List<DailyValues> days = new ArrayList<>();
        if (hours == null) {
            return days;
        }
        hours.forEachDay(day -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            if (year.contains(date)) {
                Map<Pollutant, float[]> values = new EnumMap<>(Pollutant.class);
                for (int p = 0; p < Pollutant.SIX.size(); p++) {
                    values.put(Pollutant.SIX.get(p), hours.day(p, day));
                }
                days.add(rules.day(date, values));
            }
        });
        return days;
    }
}
