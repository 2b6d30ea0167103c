package org.lantian.standards.assessment;

import java.math.BigDecimal;
import java.util.Map;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.StandardStatus;
import org.lantian.standards.rounding.Gbt8170;

/**
 * Composite index of ambient air quality (环境空气质量综合指数): Σ weight · C / S over the six pollutants.
 *
 * @param value not rounded
 * @param decimals to which the law rounds it
 * @param terms the part of each pollutant; they add up to the value
 * @param valid whether each of the six statistics rests on enough data
 * @param status whether all rules behind it were read
 */
public record CompositeIndex(
        double value, int decimals, Map<Pollutant, Double> terms, boolean valid, StandardStatus status) {

    public CompositeIndex {
        terms = Map.copyOf(terms);
    }

    public BigDecimal rounded() {
        return Gbt8170.toDecimal(value, decimals);
    }

    /** Share of a pollutant in the index, 0–1; 0 when the index is 0. */
    public double share(Pollutant pollutant) {
        return value == 0 ? 0 : terms.getOrDefault(pollutant, 0.0) / value;
    }
}
