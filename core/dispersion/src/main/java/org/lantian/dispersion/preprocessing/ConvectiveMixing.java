package org.lantian.dispersion.preprocessing;

/**
 * Height to which the sun's heat mixes on one day: the heat since the morning fills the morning's profile (Carson, Quart.
 * J. Roy. Meteor. Soc. 99 (1973) 450–467, as modified by Weil and Brower 1983; MFD 27). Fed hour by hour.
 */
final class ConvectiveMixing {

    /** A: heat that is mixed down from above the inversion, as a share of that from the ground. */
    private static final double ENTRAINMENT = 0.2;

    private final MorningSounding sounding;
    private double heat;
    private double highest = 1;

    ConvectiveMixing(MorningSounding sounding) {
        this.sounding = sounding;
    }

    /** Adds an hour's heat (K m: H Δt/(ρ c_p)) and gives z_ic at its end, m; it never sinks on the day. */
    double after(double kelvinMetres) {
        heat += (1 + 2 * ENTRAINMENT) * Math.max(0, kelvinMetres);
        // an unstable layer of the sounding could let it jump back
        highest = Math.max(highest, sounding.mixedBy(heat));
        return highest;
    }

    double gradientAbove(double height) {
        return sounding.gradientAbove(height);
    }
}
