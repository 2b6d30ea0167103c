package org.lantian.standards.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.rounding.Gbt8170;

/**
 * How often and how far the valid daily values of a pollutant were above a threshold (超标天数、超标率、最大超标倍数, HJ 663;
 * the greatest excess is (C − S)/S, from memory, unverified).
 *
 * @param validDays days with a valid value
 * @param daysAbove those whose value as the law states it is above the threshold
 * @param maximum greatest stated value, {@code NaN} without a valid day
 * @param maximumDay first day with it
 * @param greatestExcess (maximum − threshold) / threshold; {@code NaN} without a day above
 */
public record Exceedance(
        int validDays,
        int daysAbove,
        double maximum,
        @Nullable LocalDate maximumDay,
        double greatestExcess) {

    /**
     * Counts days.
     *
     * @param threshold in the unit of the pollutant, above 0: a limit or a target
     */
    public static Exceedance of(
            List<DailyValues> days, Pollutant pollutant, double threshold, AssessmentStandard standard) {
        int decimals = standard.statistic(pollutant).dailyDecimals();
        int valid = 0;
        int above = 0;
        double maximum = Double.NaN;
        LocalDate maximumDay = null;
        for (DailyValues day : days) {
            double stated = Gbt8170.round(day.of(pollutant).ifValid(), decimals);
            if (Double.isNaN(stated)) {
                continue;
            }
            valid++;
            above += stated > threshold ? 1 : 0;
            if (!(stated <= maximum)) {
                maximum = stated;
                maximumDay = day.day();
            }
        }
        return new Exceedance(
                valid, above, maximum, maximumDay, above == 0 ? Double.NaN : (maximum - threshold) / threshold);
    }

    /** Days above as a share of the valid days, 0–1; {@code NaN} without a valid day. */
    public double share() {
        return validDays == 0 ? Double.NaN : (double) daysAbove / validDays;
    }
}
