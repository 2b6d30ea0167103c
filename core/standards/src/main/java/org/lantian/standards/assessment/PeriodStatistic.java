package org.lantian.standards.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.StandardStatus;
import org.lantian.standards.rounding.Gbt8170;

/**
 * One statistic of one pollutant over a period.
 *
 * @param pollutant one of the six; O3 by the greatest 8-h mean of each day
 * @param percentile the percentile in percent, or 0 for the mean
 * @param value not rounded; {@code NaN} without a valid day
 * @param decimals to which the law rounds it
 * @param limit grade II limit in the unit of the pollutant; empty where the law sets none (mean of CO and O3)
 * @param validDays valid daily values behind it
 * @param valid whether the least amount of data is there
 * @param status whether all rules behind it were read
 */
public record PeriodStatistic(
        Pollutant pollutant,
        int percentile,
        double value,
        int decimals,
        OptionalDouble limit,
        int validDays,
        boolean valid,
        StandardStatus status) {

    public boolean isMean() {
        return percentile == 0;
    }

    /** {@code mean}, {@code p90}, {@code p95} or {@code p98}. */
    public String name() {
        return isMean() ? "mean" : "p" + percentile;
    }

    /** The value as the law rounds it; empty without a valid day. */
    public Optional<BigDecimal> rounded() {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(Gbt8170.toDecimal(value, decimals));
    }

    /** Rounded value over limit (单项指数). */
    public OptionalDouble ratio() {
        return limit.isEmpty() || rounded().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(rounded().get().doubleValue() / limit.getAsDouble());
    }

    /** Whether the rounded value is within the limit, whatever the amount of data; empty without value or limit. */
    public Optional<Boolean> meetsLimit() {
        return ratio().isEmpty() ? Optional.empty() : Optional.of(ratio().getAsDouble() <= 1);
    }

    /** The verdict (达标): as {@link #meetsLimit}, but only on enough data. */
    public Optional<Boolean> attained() {
        return valid ? meetsLimit() : Optional.empty();
    }
}
