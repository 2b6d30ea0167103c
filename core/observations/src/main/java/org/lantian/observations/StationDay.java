package org.lantian.observations;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.lantian.quantities.HourEnding;

/**
 * What a file says of one station and one city day. Values are {@code NaN} where the file has none.
 *
 * <p>Not a record: an import creates many of them around arrays that nobody changes any more, without copying.
 */
public final class StationDay {

    private final String station;
    private final LocalDate cityDay;
    private final Quantity[] quantities;
    private final float[] values;

    StationDay(String station, LocalDate cityDay, Quantity[] quantities, float[] values) {
        this.station = station;
        this.cityDay = cityDay;
        this.quantities = quantities;
        this.values = values;
    }

    /** Code as printed in the file. */
    public String station() {
        return station;
    }

    public LocalDate cityDay() {
        return cityDay;
    }

    /** What the file may hold; the order of {@link #value}'s index. */
    public List<Quantity> quantities() {
        return Arrays.asList(quantities.clone());
    }

    /**
     * One value in {@link Quantity#unit()}, {@code NaN} when the file has none.
     *
     * @param quantity index in {@link #quantities()}
     * @param slot 1–24
     */
    public float value(int quantity, int slot) {
        return values[quantity * HourEnding.SLOTS_PER_DAY + slot - 1];
    }
}
