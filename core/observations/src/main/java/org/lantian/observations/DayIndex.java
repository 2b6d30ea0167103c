package org.lantian.observations;

import java.util.Arrays;

/**
 * From station number and day to an index: open addressing over primitives, because a large file has millions of
 * station-days and each would cost a boxed key and an entry otherwise.
 */
final class DayIndex {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int ABSENT = -1;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] values = empty(FIRST_CAPACITY);
    private int size;

    /** The index, −1 when there is none. */
    int find(int station, int day) {
        return values[slot(key(station, day))];
    }

    void put(int station, int day, int value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        long key = key(station, day);
        int slot = slot(key);
        if (values[slot] == ABSENT) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
    }

    void clear() {
        Arrays.fill(values, ABSENT);
        size = 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = empty(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /** Where a key stands, or would stand. */
    private int slot(long key) {
        int mask = keys.length - 1;
        // Fibonacci hashing: days and stations are dense small numbers and would crowd together otherwise.
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int station, int day) {
        return ((long) station << 32) | (day & 0xFFFF_FFFFL);
    }

    private static int[] empty(int capacity) {
        int[] values = new int[capacity];
        Arrays.fill(values, ABSENT);
        return values;
    }
}
