package org.lantian.dispersion.plume;

/** Height of a convective plume's centre of mass: it rises, then spreads evenly over the mixed layer. */
final class Centroid {

    private final double releaseHeight;
    private final double mixingHeight;
    private final ConvectiveRise rise;
    private final double finalDistance;
    private final double mixedDistance;
    private final double heightAtFinalRise;
    private final boolean buoyant;

    private Centroid(
            double releaseHeight,
            double mixingHeight,
            ConvectiveRise rise,
            double finalDistance,
            double mixedDistance,
            boolean buoyant) {
        this.releaseHeight = releaseHeight;
        this.mixingHeight = mixingHeight;
        this.rise = rise;
        this.mixedDistance = mixedDistance;
        this.buoyant = buoyant;
        this.finalDistance = buoyant && mixedDistance < 1.25 * finalDistance ? 0.8 * mixedDistance : finalDistance;
        double riseThere = buoyant ? rise.direct(this.finalDistance) : 0;
        this.heightAtFinalRise = Math.min(releaseHeight + riseThere, mixingHeight);
    }

    /** Of a stack's plume; the distance to the well-mixed state is z_i ū/σ̄_w. */
    static Centroid ofStack(Fluxes fluxes, ConvectiveRise rise, double mixingHeight, double mixedDistance) {
        return new Centroid(fluxes.height(), mixingHeight, rise, fluxes.neutralFinalDistance(), mixedDistance, true);
    }

    /** Of a release that does not rise. */
    static Centroid ofRelease(double height, ConvectiveRise none, double mixingHeight, double mixedDistance) {
        return new Centroid(height, mixingHeight, none, 0, mixedDistance, false);
    }

    /** z_c, m. */
    double at(double distance) {
        double x = Math.max(1, distance);
        if (x < finalDistance) {
            return buoyant ? Math.min(releaseHeight + rise.direct(x), mixingHeight) : releaseHeight;
        }
        double middle = 0.5 * mixingHeight;
        if (x >= mixedDistance) {
            return middle;
        }
        return heightAtFinalRise + (middle - heightAtFinalRise) * (x - finalDistance) / (mixedDistance - finalDistance);
    }
}
