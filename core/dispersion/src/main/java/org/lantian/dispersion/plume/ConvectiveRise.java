package org.lantian.dispersion.plume;

/** Rise of a plume in a convective layer: direct (MFD 91) and indirect (MFD 92). */
final class ConvectiveRise {

    private static final double BETA_1 = 0.6;
    private static final double ALPHA_R = 1.4;
    private static final double LAMBDA_Y = 2.3;
    private static final double A_E = 0.1;

    private final double windSpeed;
    private final double momentumTerm;
    private final double buoyancyTerm;
    private final double lift;
    private final double halfHeight;
    private final double stirring;

    private ConvectiveRise(Fluxes fluxes, double windSpeed, double mixingHeight, double wStar) {
        this.windSpeed = windSpeed;
        double u2 = windSpeed * windSpeed;
        this.momentumTerm = 3 * fluxes.momentum() / (BETA_1 * BETA_1 * u2);
        this.buoyancyTerm = 3 * fluxes.buoyancy() / (2 * BETA_1 * BETA_1 * u2 * windSpeed);
        this.lift = 2 * fluxes.buoyancy() * mixingHeight / (ALPHA_R * windSpeed);
        this.halfHeight = 0.4 * (mixingHeight - fluxes.height());
        this.stirring = 0.25 * A_E * Math.pow(LAMBDA_Y, 1.5) * wStar * wStar / u2;
    }

    static ConvectiveRise of(Fluxes fluxes, double windSpeed, double mixingHeight, double wStar) {
        return new ConvectiveRise(fluxes, windSpeed, mixingHeight, wStar);
    }

    /** Direct rise alone, as the limit that stable rise must not pass. */
    static double direct(Fluxes fluxes, double windSpeed, double x) {
        return new ConvectiveRise(fluxes, windSpeed, 0, 0).direct(x);
    }

    /** Δh_d, m (MFD 91): it keeps rising with distance. */
    double direct(double x) {
        return Math.cbrt(x * (momentumTerm + buoyancyTerm * x));
    }

    /** Δh_i, m (MFD 92): the buoyancy that keeps the plume at the top of the layer for a while. */
    double indirect(double x) {
        return Math.sqrt(lift / (halfHeight * halfHeight + stirring * x * x)) * x / windSpeed;
    }
}
