package org.lantian.quantities;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Hourly values of one parameter at one place over whole city days. Immutable.
 *
 * <p>Index 0 is the hour ending 01:00 of {@link #firstDay()}. A missing value is {@code NaN}. Values are in
 * {@code parameter().unit()} and are what was reported: flags mark doubt, they never change a value.
 */
public final class HourlySeries {

    private final Parameter parameter;
    private final LocalDate firstDay;
    private final float[] values;
    private final short[] flags;

    private HourlySeries(Parameter parameter, LocalDate firstDay, float[] values, short[] flags) {
        this.parameter = parameter;
        this.firstDay = firstDay;
        this.values = values;
        this.flags = flags;
    }

    /**
     * A series of whole city days.
     *
     * @param values 24 per city day, {@code NaN} where missing
     * @param flags bits of {@link QualityFlag}, as many as values
     */
    public static HourlySeries of(Parameter parameter, LocalDate firstDay, float[] values, short[] flags) {
        Check.that(
                values.length % HourEnding.SLOTS_PER_DAY == 0,
                "values has length " + values.length + ", expected a multiple of 24");
        Check.that(flags.length == values.length, "flags has length " + flags.length + ", expected " + values.length);
        return new HourlySeries(parameter, firstDay, values.clone(), flags.clone());
    }

    /** A series without any flag. */
    public static HourlySeries of(Parameter parameter, LocalDate firstDay, float[] values) {
        return of(parameter, firstDay, values, new short[values.length]);
    }

    public Parameter parameter() {
        return parameter;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public int days() {
        return values.length / HourEnding.SLOTS_PER_DAY;
    }

    public int hours() {
        return values.length;
    }

    /** Value at an index counted from the hour ending 01:00 of the first day. */
    public float value(int index) {
        return values[index];
    }

    public short flags(int index) {
        return flags[index];
    }

    public boolean isMissing(int index) {
        return Float.isNaN(values[index]);
    }

    public HourEnding hour(int index) {
        return HourEnding.ofSlot(firstDay, 1).plusHours(index);
    }

    /** Index of an hour, or a number outside 0 … hours()−1 when the series does not cover it. */
    public long indexOf(HourEnding hour) {
        return hour.epochHour() - HourEnding.ofSlot(firstDay, 1).epochHour();
    }

    /** Value at an hour; {@code NaN} when missing or not covered. */
    public float at(HourEnding hour) {
        long index = indexOf(hour);
        return index < 0 || index >= values.length ? Float.NaN : values[(int) index];
    }

    /** The 24 values of one city day by its position, a copy. */
    public float[] day(int dayIndex) {
        int from = dayIndex * HourEnding.SLOTS_PER_DAY;
        return Arrays.copyOfRange(values, from, from + HourEnding.SLOTS_PER_DAY);
    }

    /** All values, a copy. */
    public float[] values() {
        return values.clone();
    }
}
