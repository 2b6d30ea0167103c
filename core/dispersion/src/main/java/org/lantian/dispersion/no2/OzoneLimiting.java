package org.lantian.dispersion.no2;

import java.util.Arrays;
import java.util.List;
import org.lantian.quantities.Check;

/**
 * Ozone limiting method (Cole and Summerhays, 1979): as much NO becomes NO2 as there is ozone, mole for mole. Plumes
 * that are merged share the ozone; each other plume has all of it.
 */
public final class OzoneLimiting implements No2Conversion {

    private static final double NO2_GRAMS_PER_MOLE = 46;
    private static final double NO_GRAMS_PER_MOLE = 30;
    private static final double OZONE_GRAMS_PER_MOLE = 48;

    private final double[] inStackRatio;
    private final double equilibrium;
    private final int[][] plumes;

    /**
     * @param inStackRatio NO2/NOx at the outlet of each source
     * @param equilibrium greatest ratio NO2/NOx
     * @param merged sources whose plumes are merged, each in one set at most
     */
    public OzoneLimiting(double[] inStackRatio, double equilibrium, List<int[]> merged) {
        this.inStackRatio = inStackRatio.clone();
        this.equilibrium = equilibrium;
        for (double ratio : inStackRatio) {
            Check.inRange("inStackRatio", ratio, 0, 1);
        }
        boolean[] taken = new boolean[inStackRatio.length];
        for (int[] set : merged) {
            for (int source : set) {
                Check.that(!taken[source], "source " + source + " is in two merged plumes");
                taken[source] = true;
            }
        }
        int alone = 0;
        for (boolean inSet : taken) {
            alone += inSet ? 0 : 1;
        }
        int[][] all = Arrays.copyOf(merged.toArray(int[][]::new), merged.size() + alone);
        int next = merged.size();
        for (int source = 0; source < taken.length; source++) {
            if (!taken[source]) {
                all[next++] = new int[] {source};
            }
        }
        this.plumes = all;
    }

    @Override
    public void convert(double[][] nox, double ozone) {
        for (int receptor = 0; receptor < nox[0].length; receptor++) {
            for (int[] plume : plumes) {
                convert(nox, receptor, plume, ozone);
            }
        }
    }

    private void convert(double[][] nox, int receptor, int[] plume, double ozone) {
        double total = 0;
        double no2AtOutlet = 0;
        for (int source : plume) {
            total += nox[source][receptor];
            no2AtOutlet += inStackRatio[source] * nox[source][receptor];
        }
        if (total <= 0) {
            return;
        }
        double ratio = Math.min(equilibrium, ratio(total, no2AtOutlet, ozone));
        for (int source : plume) {
            nox[source][receptor] *= ratio;
        }
    }

    private static double ratio(double total, double no2AtOutlet, double ozone) {
        double no = (total - no2AtOutlet) * (NO_GRAMS_PER_MOLE / NO2_GRAMS_PER_MOLE);
        boolean limited = ozone / OZONE_GRAMS_PER_MOLE < no / NO_GRAMS_PER_MOLE;
        if (!limited) {
            // missing ozone (NaN) limits nothing
            return 1;
        }
        return (no2AtOutlet + ozone * (NO2_GRAMS_PER_MOLE / OZONE_GRAMS_PER_MOLE)) / total;
    }
}
