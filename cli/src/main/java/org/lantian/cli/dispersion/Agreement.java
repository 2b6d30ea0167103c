package org.lantian.cli.dispersion;

import java.util.Arrays;

/**
 * Relative differences between pairs of values, ours against the reference's. Pairs count whose reference is above a
 * thousandth of the block's highest value and above a millionth of the case's. Pairs below that where ours is more than
 * twice the bound are counted apart: there the reference has (nearly) nothing and we have something.
 */
final class Agreement {

    private static final double OF_BLOCK = 1e-3;
    private static final double OF_CASE = 1e-6;

    private double[] differences = new double[1024];
    private int count;
    private int unmatched;
    private boolean sorted;
    private String worst = "";
    private double largest;

    /**
     * Adds one block.
     *
     * @param rounding half a unit of the last printed decimal, which is no difference; 0 for values with an exponent
     * @param caseHighest highest value of the reference in the case
     * @param skipped receptors that do not count
     */
    void add(double[] ours, double[] reference, double rounding, double caseHighest, boolean[] skipped, String name) {
        double blockHighest = Arrays.stream(reference).max().orElse(0);
        double least = Math.max(OF_BLOCK * blockHighest, OF_CASE * caseHighest);
        for (int i = 0; i < reference.length; i++) {
            if (skipped[i]) {
                continue;
            }
            if (reference[i] > least) {
                add(difference(ours[i], reference[i], rounding), name, i);
            } else if (ours[i] > 2 * least + rounding) {
                unmatched++;
            }
        }
    }

    private void add(double difference, String name, int receptor) {
        if (count == differences.length) {
            differences = Arrays.copyOf(differences, 2 * count);
        }
        differences[count++] = difference;
        sorted = false;
        if (difference > largest) {
            largest = difference;
            worst = name + " receptor " + (receptor + 1);
        }
    }

    static double difference(double ours, double reference, double rounding) {
        double difference = Math.max(0, Math.abs(ours - reference) - rounding);
        return difference == 0 ? 0 : difference / reference;
    }

    int count() {
        return count;
    }

    /** Pairs in which the reference is below the bound and ours more than twice above it. */
    int unmatched() {
        return unmatched;
    }

    /** Share of the pairs within a relative difference, 0–1; 1 when there are none. */
    double within(double limit) {
        int low = 0;
        for (int i = 0; i < count; i++) {
            low += differences[i] <= limit ? 1 : 0;
        }
        return count == 0 ? 1 : (double) low / count;
    }

    /** The relative difference that this share (0–1) of the pairs does not exceed; 0 when there are none. */
    double quantile(double share) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(differences, 0, count);
            sorted = true;
        }
        return differences[Math.min(count - 1, (int) Math.floor(share * count))];
    }

    double largest() {
        return largest;
    }

    /** Where the largest difference is. */
    String worst() {
        return worst;
    }

    /** Adds all pairs of another. */
    void addAll(Agreement other) {
        for (int i = 0; i < other.count; i++) {
            if (count == differences.length) {
                differences = Arrays.copyOf(differences, 2 * count);
            }
            differences[count++] = other.differences[i];
        }
        sorted = false;
        unmatched += other.unmatched;
        if (other.largest > largest) {
            largest = other.largest;
            worst = other.worst;
        }
    }
}
