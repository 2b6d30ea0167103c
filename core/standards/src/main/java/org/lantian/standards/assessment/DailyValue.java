package org.lantian.standards.assessment;

/**
 * One value of one city day.
 *
 * @param value not rounded, in the unit of the pollutant; {@code NaN} without any data
 * @param count hourly values behind it (for the greatest 8-h mean the number of valid 8-h means; for an area the
 *     number of valid stations)
 * @param valid whether the least amount of data is there
 */
public record DailyValue(double value, int count, boolean valid) {

    /** Nothing measured. */
    public static final DailyValue NONE = new DailyValue(Double.NaN, 0, false);

    /** The value when valid, else {@code NaN}. */
    public double ifValid() {
        return valid ? value : Double.NaN;
    }
}
