package org.lantian.dispersion.kernel;

import java.util.Arrays;
import org.lantian.dispersion.plume.Plume;
import org.lantian.dispersion.plume.PlumeSection;
import org.lantian.dispersion.plume.ReceptorHeights;

/**
 * Sections of one plume in one hour for receptors of one height, as cubics between distances at which they were computed.
 *
 * <p>On flat ground a section depends on nothing but distance, and a plume is asked for hundreds of them: twice by each
 * receptor, tens of times by each receptor of an area. The nodes stand sixteen to each doubling of distance, equally spaced
 * within it, so that the bits of a distance are its place in the table. Nodes and cubics are made when first asked for.
 *
 * <p>Error: the fourth difference over the five nearest nodes bounds what the cubic leaves out of the logarithm of the
 * dilution, of σ_y and of the meander share. Where it exceeds {@value #TOLERANCE}, as it does where a
 * formula has a step or a kink, the cell is marked and its sections are computed directly. So an interpolated section
 * departs from a computed one by that much at most wherever the plume is smooth between its nodes.
 */
final class DistanceTable implements Sections {

    /** Error of a cubic, relative. */
    static final double TOLERANCE = 1e-4;

    private static final int BITS = 4;
    private static final int PER_OCTAVE = 1 << BITS;
    private static final int SHIFT = 52 - BITS;
    private static final long FRACTION_MASK = (1L << SHIFT) - 1;
    private static final double FRACTION_SCALE = 1.0 / (1L << SHIFT);

    /** Lowest node 1/8 m, highest 2^20 m. */
    private static final int OCTAVES_BELOW_ONE = 3;

    private static final int OCTAVES = OCTAVES_BELOW_ONE + 20;
    private static final long FIRST = (1023L - OCTAVES_BELOW_ONE) << BITS;
    private static final int NODES = OCTAVES * PER_OCTAVE;

    /** ln(x D): smooth, and right to a small part of D where D falls away. */
    private static final int LOG_STRENGTH = 0;
    /** σ_y/x. */
    private static final int SLENDERNESS = 1;

    private static final int MEANDER = 2;
    private static final int WIND = 3;
    private static final int LOG_PENETRATED_STRENGTH = 4;
    private static final int PENETRATED_SLENDERNESS = 5;
    private static final int QUANTITIES = 6;
    private static final int COEFFICIENTS = 4 * QUANTITIES;

    /** What is known of a cell. */
    static final byte UNKNOWN = 0;
    /** Both parts of the plume are cubics. */
    static final byte TWO_PARTS = 1;
    /** There is no penetrated part. */
    static final byte ONE_PART = 2;
    /** Not smooth enough, or out of the table: ask the plume itself. */
    static final byte DIRECT = 3;

    /** Nothing reaches the receptor: stands for the logarithm of zero, and e to it is zero for all purposes. */
    private static final double NOTHING = -700;

    /** A penetrated part that weighs less may be that much less exact. */
    private static final double LEAST_WEIGHT = 1e-2;

    private final double[] nodes = new double[NODES * QUANTITIES];
    private final boolean[] known = new boolean[NODES];
    private final double[] cubics = new double[NODES * COEFFICIENTS];
    private final byte[] kinds = new byte[NODES];
    private final double[] values = new double[5];
    private final PlumeSection section = new PlumeSection();

    private final ReceptorHeights heights;
    private Plume plume;
    private boolean decaying;

    private double x;
    private double place;
    private int cubic;
    private boolean direct;

    /**
     * A table on a first plume.
     *
     * @param decaying whether anybody will ask for the wind speed
     */
    DistanceTable(Plume plume, ReceptorHeights heights, boolean decaying) {
        this.plume = plume;
        this.heights = heights;
        this.decaying = decaying;
    }

    /** Forgets all and starts on another plume: the room is used again. */
    void startOn(Plume nextPlume, boolean nextDecaying) {
        plume = nextPlume;
        decaying = nextDecaying;
        Arrays.fill(known, false);
        Arrays.fill(kinds, UNKNOWN);
    }

    /** Moves to a distance and says what is known there. */
    byte seek(double newX) {
        x = newX;
        long bits = Double.doubleToRawLongBits(x);
        int cell = (int) ((bits >>> SHIFT) - FIRST);
        if (cell < 2 || cell >= NODES - 2) {
            return DIRECT;
        }
        place = (bits & FRACTION_MASK) * FRACTION_SCALE;
        cubic = cell * COEFFICIENTS;
        byte kind = kinds[cell];
        return kind == UNKNOWN ? makeCell(cell) : kind;
    }

    /** The section at the distance last sought, from the plume itself. */
    PlumeSection computed() {
        plume.section(x, heights, section);
        return section;
    }

    /** ln(x D) of the main part. */
    double logStrength() {
        return at(LOG_STRENGTH);
    }

    /** ln(x D) of the penetrated part. */
    double logPenetratedStrength() {
        return at(LOG_PENETRATED_STRENGTH);
    }

    /** σ_y of the main part, m. */
    double mainSigmaY() {
        return at(SLENDERNESS) * x;
    }

    /** σ_y of the penetrated part, m. */
    double penetratedSigmaY() {
        return at(PENETRATED_SLENDERNESS) * x;
    }

    /** f_r. */
    double meanderShare() {
        return at(MEANDER);
    }

    /** ũ, m/s; only when decaying. */
    double carryingWindSpeed() {
        return at(WIND);
    }

    @Override
    public void moveTo(double newX) {
        direct = seek(newX) == DIRECT;
        if (direct) {
            plume.section(x, heights, section);
        }
    }

    @Override
    public double strength() {
        return direct ? section.dilution() * x : Math.exp(logStrength());
    }

    @Override
    public double sigmaY() {
        return direct ? section.sigmaY() : mainSigmaY();
    }

    @Override
    public double windSpeed() {
        return direct ? section.windSpeed() : carryingWindSpeed();
    }

    private double at(int quantity) {
        int c = cubic + 4 * quantity;
        return cubics[c] + place * (cubics[c + 1] + place * (cubics[c + 2] + place * cubics[c + 3]));
    }

    private byte makeCell(int cell) {
        for (int node = cell - 2; node <= cell + 2; node++) {
            if (!known[node]) {
                makeNode(node);
            }
        }
        byte kind = DIRECT;
        if (fit(cell, LOG_STRENGTH) <= TOLERANCE
                && fit(cell, SLENDERNESS) <= TOLERANCE * nodes[cell * QUANTITIES + SLENDERNESS]
                && fit(cell, MEANDER) <= TOLERANCE
                && (!decaying || fit(cell, WIND) <= TOLERANCE)) {
            if (nothingPenetrates(cell)) {
                kind = ONE_PART;
            } else if (fitPenetrated(cell)) {
                kind = TWO_PARTS;
            }
        }
        kinds[cell] = kind;
        return kind;
    }

    private boolean fitPenetrated(int cell) {
        int n = cell * QUANTITIES;
        double weight =
                Math.clamp(Math.exp(nodes[n + LOG_PENETRATED_STRENGTH] - nodes[n + LOG_STRENGTH]), LEAST_WEIGHT, 1);
        return fit(cell, LOG_PENETRATED_STRENGTH) * weight <= TOLERANCE
                && fit(cell, PENETRATED_SLENDERNESS) * weight <= TOLERANCE * nodes[n + PENETRATED_SLENDERNESS];
    }

    private void makeNode(int node) {
        double distance = distance(node);
        plume.section(distance, heights, section);
        int n = node * QUANTITIES;
        nodes[n + LOG_STRENGTH] = logarithm(section.dilution() * distance);
        nodes[n + SLENDERNESS] = section.sigmaY() / distance;
        nodes[n + MEANDER] = section.meanderShare();
        nodes[n + WIND] = section.windSpeed();
        nodes[n + LOG_PENETRATED_STRENGTH] = logarithm(section.penetratedDilution() * distance);
        nodes[n + PENETRATED_SLENDERNESS] = section.penetratedSigmaY() / distance;
        known[node] = true;
    }

    private static double logarithm(double value) {
        return value > 1e-300 ? Math.log(value) : NOTHING;
    }

    private static double distance(int node) {
        return Double.longBitsToDouble((node + FIRST) << SHIFT);
    }

    private boolean nothingPenetrates(int cell) {
        for (int node = cell - 2; node <= cell + 2; node++) {
            if (nodes[node * QUANTITIES + LOG_PENETRATED_STRENGTH] != NOTHING) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes the cubic through the nodes −1, 0, 1 and 2 of a cell, in units of its width, by divided differences.
     *
     * @return bound of its error
     */
    private double fit(int cell, int quantity) {
        for (int i = 0; i < 5; i++) {
            values[i] = nodes[(cell - 2 + i) * QUANTITIES + quantity];
        }
        int within = cell & (PER_OCTAVE - 1);
        double before = within == 0 ? -0.5 : -1;
        double secondBefore = within == 0 ? -1 : within == 1 ? -1.5 : -2;
        double after = within == PER_OCTAVE - 1 ? 3 : 2;
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
        return Math.abs(fourth) * 0.75;
    }
}
