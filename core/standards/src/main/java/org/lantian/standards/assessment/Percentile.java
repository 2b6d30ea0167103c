package org.lantian.standards.assessment;

import java.util.Arrays;
import org.lantian.quantities.Check;

/**
 * Percentile by HJ 663 annex A (from memory, consistent with public code): sorted ascending X(1)…X(n), k = 1 + (n −
 * 1)·p, s = ⌊k⌋, value X(s) + (X(s+1) − X(s))·(k − s).
 */
public final class Percentile {

    private Percentile() {}

    /**
     * The percentile of values in any order.
     *
     * @param values without {@code NaN}; not changed
     * @param percent 0–100
     * @return {@code NaN} without values
     */
    public static double of(double[] values, int percent) {
        Check.inRange("percent", percent, 0, 100);
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // k − 1 = (n − 1)·p in hundredths, so that its whole part is exact
        long hundredths = (long) (sorted.length - 1) * percent;
        int s = (int) (hundredths / 100);
        int rest = (int) (hundredths % 100);
        return rest == 0 ? sorted[s] : sorted[s] + (sorted[s + 1] - sorted[s]) * (rest / 100.0);
    }

    /**
     * How many of n values may lie above a limit such that the percentile surely does not.
     *
     * <p>By the interpolation one more may do when it lies only slightly above; this is not counted on.
     */
    public static int toleratedAbove(int n, int percent) {
        Check.inRange("percent", percent, 0, 100);
        if (n == 0) {
            return 0;
        }
        long hundredths = (long) (n - 1) * percent;
        int greatestUsed = (int) (hundredths / 100) + (hundredths % 100 == 0 ? 1 : 2);
        return n - greatestUsed;
    }
}
