package org.lantian.cli.dispersion;

/** Counts pairs of values in cells of a logarithmic square, from a millionth of the case's highest value up to it. */
final class ScatterGrid {

    static final int CELLS = 180;
    static final int DECADES = 6;

    private final int[][] counts = new int[CELLS][CELLS];

    void add(double[] ours, double[] reference, double caseHighest) {
        for (int i = 0; i < reference.length; i++) {
            int x = cell(reference[i] / caseHighest);
            int y = cell(ours[i] / caseHighest);
            if (x >= 0 && y >= 0) {
                counts[x][y]++;
            }
        }
    }

    /** Cell of a share of the highest value; −1 below the square, the last one above it. */
    private static int cell(double share) {
        if (!(share > 0)) {
            return -1;
        }
        double position = (Math.log10(share) / DECADES + 1) * CELLS;
        return position < 0 ? -1 : Math.min(CELLS - 1, (int) position);
    }

    /** Pairs in a cell: column by the reference's value, row by ours. */
    int count(int x, int y) {
        return counts[x][y];
    }

    void addAll(ScatterGrid other) {
        for (int x = 0; x < CELLS; x++) {
            for (int y = 0; y < CELLS; y++) {
                counts[x][y] += other.counts[x][y];
            }
        }
    }
}
