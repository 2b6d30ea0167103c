package org.lantian.dispersion.weather;

/**
 * The 87 fixed heights on which every profile is tabulated: 0, 0.5, 1, 2, 4, 8, 14, 20, then by 10 m to 100 m, by 20 m to
 * 200 m, by 50 m to 2000 m and by 100 m to 5000 m (EPA-454/B-24-010, section on gridded profiles).
 */
public final class GridLevels {

    /** Number of levels. */
    public static final int COUNT = 87;

    private static final double[] HEIGHTS = heights();

    private static final double[] PER_METRE = perMetre();

    private GridLevels() {}

    /** One over the thickness of the layer above a level, 1/m. */
    static double perMetre(int layer) {
        return PER_METRE[layer];
    }

    /** Height of a level, m; level 0 is the ground. */
    public static double height(int level) {
        return HEIGHTS[level];
    }

    /**
     * The lower level of the layer that holds a height, 0–85: the last one at or below it. The highest layer goes on above
     * 5000 m.
     */
    public static int layerOf(double z) {
        if (z >= 2000) {
            return z >= 5000 ? COUNT - 2 : 56 + (int) ((z - 2000) * 0.01);
        }
        if (z >= 200) {
            return 20 + (int) ((z - 200) * 0.02);
        }
        if (z >= 100) {
            return 15 + (int) ((z - 100) * 0.05);
        }
        if (z >= 20) {
            return 7 + (int) ((z - 20) * 0.1);
        }
        return z >= 4 ? (z >= 14 ? 6 : z >= 8 ? 5 : 4) : (z >= 1 ? (z >= 2 ? 3 : 2) : z >= 0.5 ? 1 : 0);
    }

    private static double[] perMetre() {
        double[] perMetre = new double[COUNT - 1];
        for (int i = 0; i < perMetre.length; i++) {
            perMetre[i] = 1 / (HEIGHTS[i + 1] - HEIGHTS[i]);
        }
        return perMetre;
    }

    private static double[] heights() {
        double[] z = new double[COUNT];
        double[] lowest = {0, 0.5, 1, 2, 4, 8, 14, 20};
        System.arraycopy(lowest, 0, z, 0, lowest.length);
        for (int i = lowest.length; i < COUNT; i++) {
            double below = z[i - 1];
            z[i] = below + (below < 100 ? 10 : below < 200 ? 20 : below < 2000 ? 50 : 100);
        }
        return z;
    }
}
