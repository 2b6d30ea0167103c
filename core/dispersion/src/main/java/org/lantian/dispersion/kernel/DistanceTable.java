package org.lantian.dispersion.kernel;

import java.util.Arrays;
import org.lantian.dispersion.plume.Plume;
import org.lantian.dispersion.plume.PlumeSection;
import org.lantian.dispersion.plume.ReceptorHeights;

/**
 * Sections of one plume in one hour for receptors of one height, as cubics between distances at which they were computed.
 *
 * <p>On flat ground a section depends on nothing but distance, and a plume is asked for hundreds of them: twice by each
 * receptor, tens of times by each receptor of an area. The nodes stand eight to each doubling of distance, equally spaced
 * within it, so that the bits of a distance are its place in the table. Nodes and cubics are made when first asked for.
 *
 * <p>Error: the fourth difference over the five nearest nodes bounds what the cubic leaves out of the logarithm of the
 * dilution, of the logarithm of σ_y and of the meander share. Where it exceeds {@value #TOLERANCE}, as it does where a
 * formula has a step or a kink, the cell is marked and its sections are computed directly. So an interpolated section
 * departs from a computed one by that much at most wherever the plume is smooth between its nodes.
 */
final class DistanceTable implements Sections {

    /** Error of a cubic, relative. */
    static final double TOLERANCE = 2e-5;

    private static final int BITS = 3;
    private static final int PER_OCTAVE = 1 << BITS;
    private static final int SHIFT = 52 - BITS;
    private static final long FRACTION_MASK = (1L << SHIFT) - 1;
    private static final double FRACTION_SCALE = 1.0 / (1L << SHIFT);

    /** Lowest node 1/8 m, highest 2^20 m. */
    private static final int OCTAVES_BELOW_ONE = 3;

    private static final int OCTAVES = OCTAVES_BELOW_ONE + 20;
    private static final long FIRST = (1023L - OCTAVES_BELOW_ONE) << BITS;
    private static final int NODES = OCTAVES * PER_OCTAVE;

    private static final int LOG_DILUTION = 0;
    private static final int LOG_SIGMA_Y = 1;
    private static final int MEANDER = 2;
    private static final int WIND = 3;
    private static final int LOG_PENETRATED_DILUTION = 4;
    private static final int LOG_PENETRATED_SIGMA_Y = 5;
    private static final int QUANTITIES = 6;
    private static final int COEFFICIENTS = 4 * QUANTITIES;

    private static final byte UNKNOWN = 0;
    private static final byte CUBIC = 1;
    private static final byte CUBIC_WITHOUT_PENETRATED = 2;
    private static final byte DIRECT = 3;

    /** Nothing reaches the receptor: stands for the logarithm of zero. */
    private static final double NOTHING = -1e9;

    private final double[] nodes = new double[NODES * QUANTITIES];
    private final boolean[] known = new boolean[NODES];
    private final double[] cubics = new double[NODES * COEFFICIENTS];
    private final byte[] kinds = new byte[NODES];
    private final double[] values = new double[5];
    private final PlumeSection section = new PlumeSection();

    private Plume plume;
    private ReceptorHeights heights;

    DistanceTable(Plume plume, ReceptorHeights heights) {
        this.plume = plume;
        this.heights = heights;
    }

    /** Forgets everything and starts on another plume. */
    void reset(Plume newPlume, ReceptorHeights newHeights) {
        plume = newPlume;
        heights = newHeights;
        Arrays.fill(known, false);
        Arrays.fill(kinds, UNKNOWN);
    }

    @Override
    public void at(double x, PlumeSection into) {
        long bits = Double.doubleToRawLongBits(x);
        int cell = (int) ((bits >>> SHIFT) - FIRST);
        if (cell < 2 || cell >= NODES - 2) {
            plume.section(x, heights, into);
            return;
        }
        byte kind = kinds[cell];
        if (kind == UNKNOWN) {
            kind = makeCell(cell);
        }
        if (kind == DIRECT) {
            plume.section(x, heights, into);
            return;
        }
        double s = (bits & FRACTION_MASK) * FRACTION_SCALE;
        int c = cell * COEFFICIENTS;
        double logDilution = cubic(c + 4 * LOG_DILUTION, s);
        double penetrated = kind == CUBIC ? Math.exp(cubic(c + 4 * LOG_PENETRATED_DILUTION, s)) : 0;
        into.set(
                Math.exp(cubic(c + 4 * LOG_SIGMA_Y, s)),
                logDilution <= 0.5 * NOTHING ? 0 : Math.exp(logDilution),
                kind == CUBIC ? Math.exp(cubic(c + 4 * LOG_PENETRATED_SIGMA_Y, s)) : 0,
                penetrated,
                cubic(c + 4 * MEANDER, s),
                cubic(c + 4 * WIND, s));
    }

    private double cubic(int c, double s) {
        return cubics[c] + s * (cubics[c + 1] + s * (cubics[c + 2] + s * cubics[c + 3]));
    }

    private byte makeCell(int cell) {
        for (int node = cell - 2; node <= cell + 2; node++) {
            if (!known[node]) {
                makeNode(node);
            }
        }
        byte kind = DIRECT;
        if (fit(cell, LOG_DILUTION) && fit(cell, LOG_SIGMA_Y) && fit(cell, MEANDER) && fit(cell, WIND)) {
            if (allNothing(cell, LOG_PENETRATED_DILUTION)) {
                kind = CUBIC_WITHOUT_PENETRATED;
            } else if (fit(cell, LOG_PENETRATED_DILUTION) && fit(cell, LOG_PENETRATED_SIGMA_Y)) {
                kind = CUBIC;
            }
        }
        kinds[cell] = kind;
        return kind;
    }

    private void makeNode(int node) {
        plume.section(distance(node), heights, section);
        int n = node * QUANTITIES;
        nodes[n + LOG_DILUTION] = logarithm(section.dilution());
        nodes[n + LOG_SIGMA_Y] = Math.log(section.sigmaY());
        nodes[n + MEANDER] = section.meanderShare();
        nodes[n + WIND] = section.windSpeed();
        nodes[n + LOG_PENETRATED_DILUTION] = logarithm(section.penetratedDilution());
        nodes[n + LOG_PENETRATED_SIGMA_Y] = logarithm(section.penetratedSigmaY());
        known[node] = true;
    }

    private static double logarithm(double value) {
        return value > 0 ? Math.log(value) : NOTHING;
    }

    private static double distance(int node) {
        return Double.longBitsToDouble((node + FIRST) << SHIFT);
    }

    private boolean allNothing(int cell, int quantity) {
        for (int node = cell - 2; node <= cell + 2; node++) {
            if (nodes[node * QUANTITIES + quantity] != NOTHING) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes the cubic through the nodes −1, 0, 1 and 2 of a cell, in units of its width, by divided differences.
     *
     * @return whether it is exact enough
     */
    private boolean fit(int cell, int quantity) {
        for (int i = 0; i < 5; i++) {
            values[i] = nodes[(cell - 2 + i) * QUANTITIES + quantity];
        }
        int place = cell & (PER_OCTAVE - 1);
        double before = place == 0 ? -0.5 : -1;
        double secondBefore = place == 0 ? -1 : place == 1 ? -1.5 : -2;
        double after = place == PER_OCTAVE - 1 ? 3 : 2;
        double f0 = values[2];
        double first = values[3] - f0;
        double toBefore = (f0 - values[1]) / -before;
        double second = (first - toBefore) / (1 - before);
        double toAfter = (values[4] - values[3]) / (after - 1);
        double secondAfter = (toAfter - first) / after;
        double third = (secondAfter - second) / (after - before);
        double toSecondBefore = (values[1] - values[0]) / (before - secondBefore);
        double secondBeforeDifference = (toBefore - toSecondBefore) / -secondBefore;
        double thirdBefore = (second - secondBeforeDifference) / (1 - secondBefore);
        double fourth = (third - thirdBefore) / (after - secondBefore);
        // f0 + first s + second s(s−1) + third s(s−1)(s−before)
        int c = cell * COEFFICIENTS + 4 * quantity;
        cubics[c] = f0;
        cubics[c + 1] = first - second + third * before;
        cubics[c + 2] = second - third * (1 + before);
        cubics[c + 3] = third;
        // |s(s−1)(s−before)(s−after)| is 9/16 at most in the cell (3/4 in the last of an octave)
        return Math.abs(fourth) * 0.75 <= TOLERANCE;
    }
}
