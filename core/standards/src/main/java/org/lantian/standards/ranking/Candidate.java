package org.lantian.standards.ranking;

import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.standards.assessment.PeriodAssessment;

/**
 * A place that takes part in a ranking.
 *
 * @param id code of the area
 * @param name its name
 * @param hasStation whether any of its stations counts; without one the place is not ranked
 * @param now assessment of the period
 * @param yearBefore assessment of the same period a year before, brought to the same reference state; empty when there
 *     is none
 */
public record Candidate(
        String id,
        BilingualText name,
        boolean hasStation,
        Optional<PeriodAssessment> now,
        Optional<PeriodAssessment> yearBefore) {}
