package org.lantian.quantities;

/** Argument checks that name the argument, its value and what was expected. */
public final class Check {

    private Check() {}

    public static void inRange(String name, long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + least + "–" + greatest);
        }
    }

    /** Refuses values outside [least, greatest] and NaN. */
    public static void inRange(String name, double value, double least, double greatest) {
        if (!(value >= least && value <= greatest)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + least + "–" + greatest);
        }
    }

    public static void that(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
