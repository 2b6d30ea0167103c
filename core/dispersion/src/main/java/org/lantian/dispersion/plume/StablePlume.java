package org.lantian.dispersion.plume;

import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.AirSample;
import org.lantian.dispersion.weather.BoundaryLayer;
import org.lantian.dispersion.weather.GriddedProfile;

/** A plume in stable air, or released above the mixed layer by day. */
final class StablePlume implements Plume {

    private static final double LOWEST = 1e-4;

    private final BoundaryLayer air;
    private final GriddedProfile profile;
    private final Release release;
    private final @Nullable StableRise rise;
    private final double windDirection;
    private final AirSample sample = new AirSample();

    StablePlume(Release release, @Nullable StableRise rise, BoundaryLayer air) {
        this.air = air;
        this.profile = air.profile();
        this.release = release;
        this.rise = rise;
        this.windDirection = release.windDirection(air, rise == null ? 0 : rise.finalRise());
    }

    @Override
    public double windDirection() {
        return windDirection;
    }

    @Override
    public void section(double x, ReceptorHeights receptor, PlumeSection into) {
        double risen = rise == null ? 0 : rise.at(x);
        double height = Math.max(0, release.startHeight() + risen);
        double buoyant = Constants.BUOYANT_SPREAD * risen;
        double theta = profile.potentialTemperature(height);

        profile.sample(height, sample);
        double frequencyThere = Constants.frequency(sample.gradient(), theta);
        double atHeight = sigmaZ(x, height, air.urbanNight() ? 0 : frequencyThere, buoyant);
        double lid = Math.max(
                air.mixingHeight(),
                height
                        + Constants.PLUME_HALF_WIDTH
                                * (air.urbanNight() ? sigmaZ(x, height, frequencyThere, buoyant) : atHeight));

        if (EffectiveLayer.nearGround(height, receptor.aboveBase())) {
            EffectiveLayer.lowest(profile, air.mixingHeight(), sample);
        } else {
            EffectiveLayer.halfPlume(profile, height, receptor.aboveBase(), atHeight, Double.POSITIVE_INFINITY, sample);
        }
        double frequency = air.urbanNight() ? 0 : Constants.frequency(sample.gradient(), theta);
        double sigmaZ = sigmaZ(x, height, frequency, buoyant);
        double u = sample.windSpeed();
        double ambientY = LateralSpread.stable(x, u, sample.sigmaV(), height, air.mechanicalMixingHeight());

        into.windSpeed = u;
        into.sigmaY = Math.sqrt(ambientY * ambientY + buoyant * buoyant + release.initialVarianceY());
        into.dilution = vertical(receptor, height, lid, sigmaZ) / u;
        into.penetratedDilution = 0;
        into.meanderShare = Meander.share(x, u, sample.sigmaV());
    }

    /** Total σ_z with the air last sampled. */
    private double sigmaZ(double x, double height, double frequency, double buoyant) {
        double u = sample.windSpeed();
        double elevated = VerticalSpread.stableElevated(
                x, u, sample.sigmaW(), Math.max(Math.max(release.height(), height), LOWEST), frequency);
        double surface =
                air.stable() ? VerticalSpread.stableSurface(x, u, air.frictionVelocity(), air.obukhovLength()) : 0;
        double ambient = VerticalSpread.stable(elevated, surface, height, air.mixingHeight());
        return Math.sqrt(ambient * ambient + buoyant * buoyant + release.initialVarianceZ());
    }

    /** MFD 59: the plume that keeps its level and the one that follows the terrain. */
    private double vertical(ReceptorHeights receptor, double height, double lid, double sigmaZ) {
        if (!receptor.elevated()) {
            return Reflections.stable(receptor.aboveGround(), height, lid, sigmaZ);
        }
        double f = 0.5;
        if (air.stable()) {
            double critical = DividingStreamline.height(
                    profile, Math.min(receptor.hillAboveBase(), receptor.groundAboveBase() + height));
            f = 0.5 * (1 + DividingStreamline.massBelow(critical, height, lid, sigmaZ));
        }
        return f * Reflections.stable(receptor.aboveBase(), height, lid, sigmaZ)
                + (1 - f) * Reflections.stable(receptor.aboveGround(), height, lid, sigmaZ);
    }
}
