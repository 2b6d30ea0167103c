package org.lantian.dispersion.preprocessing;

/**
 * Parameters of an hour as the surface file wants them, with its codes where there is none.
 *
 * @param heat H, W/m²
 * @param frictionVelocity u*, m/s
 * @param convectiveVelocity w*, m/s
 * @param gradientAbove ∂θ/∂z above z_ic, K/m
 * @param convectiveMixing z_ic, m
 * @param mechanicalMixing z_im, m
 * @param obukhovLength L, m
 */
record BoundaryLayer(
        double heat,
        double frictionVelocity,
        double convectiveVelocity,
        double gradientAbove,
        double convectiveMixing,
        double mechanicalMixing,
        double obukhovLength) {

    static BoundaryLayer stable(SurfaceLayer surface, double mechanicalMixing) {
        return new BoundaryLayer(
                surface.sensibleHeatFlux(),
                surface.frictionVelocity(),
                MissingCode.VELOCITY.code(),
                MissingCode.GRADIENT.code(),
                MissingCode.HEIGHT.code(),
                mechanicalMixing,
                surface.obukhovLength());
    }

    static BoundaryLayer convective(
            SurfaceLayer surface, double velocity, double gradient, double mixing, double mechanicalMixing) {
        return new BoundaryLayer(
                surface.sensibleHeatFlux(),
                surface.frictionVelocity(),
                velocity,
                gradient,
                mixing,
                mechanicalMixing,
                surface.obukhovLength());
    }

    /** A calm, or an hour of which too little is known: the sun's heat and its mixing height are kept. */
    static BoundaryLayer withoutWind(double heat, double mixing) {
        return new BoundaryLayer(
                MissingCode.HEAT_FLUX.orMissing(heat),
                MissingCode.VELOCITY.code(),
                MissingCode.VELOCITY.code(),
                MissingCode.GRADIENT.code(),
                MissingCode.HEIGHT.orMissing(mixing),
                MissingCode.HEIGHT.code(),
                MissingCode.OBUKHOV_LENGTH.code());
    }
}
