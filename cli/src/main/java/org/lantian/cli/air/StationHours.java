package org.lantian.cli.air;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.lantian.observations.Quantity;
import org.lantian.quantities.HourEnding;

/**
 * Hours of one station: for each city day that has any value one block of 24 values per quantity. Grows in both
 * directions of time. Not thread-safe.
 */
public final class StationHours {

    private static final int SLOTS = HourEnding.SLOTS_PER_DAY;

    private final String code;
    private final List<Quantity> quantities;
    private int firstDay;
    private float[] @Nullable [] days = new float[0][];

    StationHours(String code, List<Quantity> quantities) {
        this.code = code;
        this.quantities = quantities;
    }

    /** The code of the station as the files print it. */
    public String code() {
        return code;
    }

    /**
     * Sets one value.
     *
     * @param quantity position in the table's list of quantities
     * @param day city day, as days since 1970-01-01
     * @param slot 1–24
     * @return whether another value stood there
     */
    boolean set(int quantity, int day, int slot, float value) {
        float[] block = block(day);
        int at = quantity * SLOTS + slot - 1;
        float old = block[at];
        block[at] = value;
        return !Float.isNaN(old) && old != value;
    }

    private float[] block(int day) {
        if (days.length == 0) {
            firstDay = day;
            days = new float[32][];
        } else if (day < firstDay) {
            int more = Math.max(firstDay - day, 32);
            float[] @Nullable [] grown = new float[days.length + more][];
            System.arraycopy(days, 0, grown, more, days.length);
            days = grown;
            firstDay -= more;
        } else if (day - firstDay >= days.length) {
            days = Arrays.copyOf(days, Math.max(day - firstDay + 1, days.length * 2));
        }
        float[] block = days[day - firstDay];
        if (block == null) {
            block = new float[quantities.size() * SLOTS];
            Arrays.fill(block, Float.NaN);
            days[day - firstDay] = block;
        }
        return block;
    }

    /** Value of a slot (1–24) of a city day, {@code NaN} when missing. */
    public float value(int quantity, int day, int slot) {
        float[] block = find(day);
        return block == null ? Float.NaN : block[quantity * SLOTS + slot - 1];
    }

    /** The 24 values of a quantity on a city day; all {@code NaN} without data. */
    public float[] day(int quantity, int day) {
        float[] block = find(day);
        if (block == null) {
            float[] missing = new float[SLOTS];
            Arrays.fill(missing, Float.NaN);
            return missing;
        }
        return Arrays.copyOfRange(block, quantity * SLOTS, (quantity + 1) * SLOTS);
    }

    /** The block of a city day, 24 values per quantity; null without any. Not a copy: only for reading. */
    public float @Nullable [] find(int day) {
        int index = day - firstDay;
        return index < 0 || index >= days.length ? null : days[index];
    }

    /** City days with any value, ascending. */
    public void forEachDay(IntConsumer action) {
        for (int i = 0; i < days.length; i++) {
            if (days[i] != null) {
                action.accept(firstDay + i);
            }
        }
    }

    /** Takes over what another table has of this station; returns how many values differ from what stood here. */
    long takeOver(StationHours other) {
        long[] conflicts = {0};
        BiConsumer<Integer, float[]> take = (day, block) -> {
            for (int at = 0; at < block.length; at++) {
                if (!Float.isNaN(block[at]) && set(at / SLOTS, day, at % SLOTS + 1, block[at])) {
                    conflicts[0]++;
                }
            }
        };
        other.forEachDay(day -> {
            float[] block = other.find(day);
            if (block != null) {
                take.accept(day, block);
            }
        });
        return conflicts[0];
    }
}
