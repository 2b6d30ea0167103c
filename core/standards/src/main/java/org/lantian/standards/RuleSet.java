package org.lantian.standards;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.standards.aqi.AqiStandard;
import org.lantian.standards.assessment.AreaMean;
import org.lantian.standards.assessment.AssessmentStandard;
import org.lantian.standards.assessment.Assessor;
import org.lantian.standards.assessment.DayRules;
import org.lantian.standards.document.Provenance;
import org.lantian.standards.limits.LimitStandard;

/**
 * The documents that are in force together.
 *
 * @param name {@code 2012}, {@code 2026} (transition stage) or {@code 2026-final}
 * @param from first city day, nationally
 * @param to last city day, null while no end is set
 * @param aqi edition of HJ 633
 * @param limits edition and stage of GB 3095
 * @param assessment edition of HJ 663
 * @param provenance of the dates
 */
public record RuleSet(
        String name,
        LocalDate from,
        @Nullable LocalDate to,
        AqiStandard aqi,
        LimitStandard limits,
        AssessmentStandard assessment,
        Provenance provenance) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && isBeforeEnd(day);
    }

    boolean isBeforeEnd(LocalDate day) {
        return to == null || !day.isAfter(to);
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(to);
    }

    /** What an assessment by it is labelled with, for example {@code GB 3095-2012; HJ 663-2013}. */
    public String label() {
        return limits.label() + "; " + assessment.document().code();
    }

    /** From hours to days by it. */
    public DayRules dayRules() {
        return new DayRules(assessment, limits);
    }

    /** From days to periods by it. */
    public Assessor assessor() {
        return new Assessor(aqi, assessment, limits, label());
    }

    /** From stations to counties and cities by it. */
    public AreaMean areaMean() {
        return new AreaMean(assessment.validity());
    }
}
