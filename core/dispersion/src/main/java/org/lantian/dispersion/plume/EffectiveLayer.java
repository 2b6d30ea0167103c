package org.lantian.dispersion.plume;

import org.lantian.dispersion.weather.AirSample;
import org.lantian.dispersion.weather.GriddedProfile;

/** The air that a plume passes between its centre and the receptor. */
final class EffectiveLayer {

    private static final double LOWEST_BOTTOM = 0.5;
    private static final double LOWEST_TOP = 0.51;
    private static final double NEAR_GROUND = 5;

    private EffectiveLayer() {}

    /**
     * Whether both plume and receptor are so near the ground that the lowest metres are averaged.
     *
     * @param centre height of the plume's centre, m
     * @param receptor height of the receptor above the stack's base, m
     */
    static boolean nearGround(double centre, double receptor) {
        return centre <= NEAR_GROUND && receptor <= NEAR_GROUND;
    }

    /** Means over the lowest metres. */
    static void lowest(GriddedProfile profile, double mixingHeight, AirSample into) {
        mean(profile, 0, Math.min(NEAR_GROUND, mixingHeight), into);
    }

    /**
     * Means over the half of the plume towards the receptor.
     *
     * @param lid no averaging above, m
     */
    static void halfPlume(
            GriddedProfile profile, double centre, double receptor, double sigmaZ, double lid, AirSample into) {
        double half = Constants.PLUME_HALF_WIDTH * sigmaZ;
        double bottom = centre;
        double top = centre;
        if (centre > receptor) {
            bottom = Math.max(centre - half, receptor);
        } else {
            top = Math.min(centre + half, receptor);
        }
        if (top > lid) {
            top = lid;
            if (top <= bottom) {
                profile.sample(lid, into);
                return;
            }
        }
        mean(profile, bottom, top, into);
    }

    private static void mean(GriddedProfile profile, double bottom, double top, AirSample into) {
        double from = Math.max(LOWEST_BOTTOM, bottom);
        double to = Math.max(LOWEST_TOP, top);
        if (to - from < 1e-6) {
            profile.sample(0.5 * (from + to), into);
        } else {
            profile.mean(from, to, into);
        }
    }
}
