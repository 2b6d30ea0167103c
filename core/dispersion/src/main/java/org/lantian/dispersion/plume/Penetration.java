package org.lantian.dispersion.plume;

/**
 * The part of a plume that breaks through the top of the mixed layer (MFD 84–88; Weil, Corio and Brower 1997).
 *
 * @param fraction f_p, 0–1
 * @param plumeHeight h_ep, m (MFD 94)
 */
record Penetration(double fraction, double plumeHeight) {

    /** Nothing penetrates. */
    static final Penetration NONE = new Penetration(0, 0);

    /**
     * @param mixingHeight z_i, m, over the release height
     * @param frequencySquared N_h² above z_i, 1/s²
     */
    static Penetration of(Fluxes fluxes, double windSpeed, double mixingHeight, double frequencySquared) {
        double depth = mixingHeight - fluxes.height();
        double ps = fluxes.buoyancy() / (windSpeed * frequencySquared * depth * depth * depth);
        double equilibriumRise = depth * Math.cbrt(17.576 * ps + 0.296296);
        double ratio = equilibriumRise / depth;
        double fraction = ratio < 2.0 / 3 ? 0 : ratio > 2 ? 1 : 1.5 - 1 / ratio;
        double plumeHeight = fraction == 1
                ? fluxes.height() + equilibriumRise
                : fluxes.height() + 0.75 * equilibriumRise + 0.5 * depth;
        return new Penetration(fraction, plumeHeight);
    }
}
