package org.lantian.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.Check;
import org.lantian.standards.aqi.AqiStandard;
import org.lantian.standards.assessment.AssessmentStandard;
import org.lantian.standards.document.RuleTable;
import org.lantian.standards.limits.LimitStandard;
import org.lantian.standards.limits.ReferenceStates;

/**
 * The law on ambient air as the product holds it: which rules are in force on a city day, and rules by name. Immutable
 * and thread-safe.
 *
 * <p>The city day to which a value belongs decides: the hour ending 2026-03-01T00:00 is of 28 February and falls under
 * the rules of 2012 ({@link org.lantian.quantities.HourEnding#cityDay()}).
 */
public final class Standards {

    private final List<RuleSet> ruleSets;
    private final PhaseIn phaseIn;
    private final ReferenceStates referenceStates;

    private Standards(List<RuleSet> ruleSets, PhaseIn phaseIn, ReferenceStates referenceStates) {
        this.ruleSets = List.copyOf(ruleSets);
        this.phaseIn = phaseIn;
        this.referenceStates = referenceStates;
    }

    /** The law as shipped; read from the resources at the first call. */
    public static Standards shipped() {
        return Shipped.STANDARDS;
    }

    private static final class Shipped {
        static final Standards STANDARDS = load();
    }

    private static Standards load() {
        List<RuleSet> ruleSets = RuleTable.read("rule-sets.csv").rows().stream()
                .map(row -> new RuleSet(
                        row.text("name"),
                        row.date("from"),
                        row.findDate("to").orElse(null),
                        AqiStandard.load(row.text("aqi")),
                        LimitStandard.load(row.text("limits"), row.text("stage")),
                        AssessmentStandard.load(row.text("assessment")),
                        row.provenance()))
                .toList();
        return new Standards(ruleSets, PhaseIn.load(), ReferenceStates.load());
    }

    /** All rule sets, oldest first. */
    public List<RuleSet> ruleSets() {
        return ruleSets;
    }

    public PhaseIn phaseIn() {
        return phaseIn;
    }

    public ReferenceStates referenceStates() {
        return referenceStates;
    }

    /** What was in force everywhere on a city day; empty before 2016-01-01. */
    public static Optional<RuleSet> inForceOn(LocalDate cityDay) {
        return shipped().on(cityDay);
    }

    /** What was in force on a city day at a place; before 2016 by the phase-in table, otherwise empty. */
    public static Optional<RuleSet> inForceOn(LocalDate cityDay, AreaCode area) {
        return shipped().on(cityDay, area);
    }

    /** The rule set of this name: {@code 2012}, {@code 2026} or {@code 2026-final}. */
    public static Optional<RuleSet> named(String name) {
        return shipped().find(name);
    }

    public Optional<RuleSet> on(LocalDate cityDay) {
        return ruleSets.stream().filter(rules -> rules.covers(cityDay)).findFirst();
    }

    public Optional<RuleSet> on(LocalDate cityDay, AreaCode area) {
        Optional<RuleSet> national = on(cityDay);
        if (national.isPresent()) {
            return national;
        }
        return phaseIn.find(area)
                .filter(entry -> !cityDay.isBefore(entry.from()))
                .map(entry -> ruleSets.getFirst())
                .filter(first -> first.isBeforeEnd(cityDay));
    }

    public Optional<RuleSet> find(String name) {
        return ruleSets.stream().filter(rules -> rules.name().equals(name)).findFirst();
    }

    /** All rule sets in force at some day of a span, oldest first: two for 2026, none for most places in 2014. */
    public List<RuleSet> within(LocalDate first, LocalDate last, Optional<AreaCode> area) {
        Check.that(!last.isBefore(first), "last is " + last + ", expected a day from " + first + " on");
        return ruleSets.stream()
                .filter(rules -> rules.isBeforeEnd(first) && !last.isBefore(startFor(rules, area)))
                .toList();
    }

    private LocalDate startFor(RuleSet rules, Optional<AreaCode> area) {
        if (!rules.equals(ruleSets.getFirst())) {
            return rules.from();
        }
        return area.flatMap(phaseIn::find).map(PhaseIn.Entry::from).orElse(rules.from());
    }
}
