package org.lantian.dispersion.plume;

import org.lantian.dispersion.weather.AirSample;
import org.lantian.dispersion.weather.BoundaryLayer;
import org.lantian.dispersion.weather.GriddedProfile;

/** A plume in a convective layer: direct, indirect and penetrated parts (MFD 50–54). */
final class ConvectivePlume implements Plume {

    private final BoundaryLayer air;
    private final GriddedProfile profile;
    private final Release release;
    private final StackTop top;
    private final ConvectiveRise rise;
    private final Penetration penetration;
    private final Centroid centroid;
    private final double beta;
    private final double windDirection;
    private final AirSample sample = new AirSample();
    private final AirSample atPenetration = new AirSample();
    private final double thetaAtPenetration;
    private final VelocityPdf pdf = new VelocityPdf();

    ConvectivePlume(Release release, Fluxes fluxes, StackTop top, BoundaryLayer air) {
        this.air = air;
        this.profile = air.profile();
        this.release = release;
        this.top = top;
        double zi = air.mixingHeight();
        this.rise = ConvectiveRise.of(fluxes, top.windSpeed(), zi, air.convectiveVelocity());
        double mixedDistance = zi * air.meanWindSpeed() / air.meanSigmaW();
        this.beta = LateralSpread.beta(release.height());
        if (release.stack()) {
            double n2 = Constants.GRAVITY / profile.potentialTemperature(zi) * air.gradientAbove();
            this.penetration = Penetration.of(fluxes, top.windSpeed(), zi, n2);
            this.centroid = Centroid.ofStack(fluxes, rise, zi, mixedDistance);
            this.windDirection = release.windDirection(air, rise.direct(fluxes.neutralFinalDistance()));
        } else {
            this.penetration = Penetration.NONE;
            this.centroid = Centroid.ofRelease(release.height(), rise, zi, mixedDistance);
            this.windDirection = release.windDirection(air, 0);
        }
        profile.sample(penetration.plumeHeight(), atPenetration);
        this.thetaAtPenetration = profile.potentialTemperature(penetration.plumeHeight());
    }

    @Override
    public double windDirection() {
        return windDirection;
    }

    @Override
    public void section(double x, ReceptorHeights receptor, PlumeSection into) {
        into.meanderShare = 0;
        into.windSpeed = 0;
        into.dilution = 0;
        into.penetratedDilution = 0;
        double penetrated = penetration.fraction();
        if (penetrated > 0) {
            penetrated(x, receptor, into);
        }
        directAndIndirect(x, receptor, into);
    }

    private void directAndIndirect(double x, ReceptorHeights receptor, PlumeSection into) {
        double remaining = 1 - penetration.fraction();
        double zi = air.mixingHeight();
        double wStar = air.convectiveVelocity();
        double risen = release.stack() ? rise.direct(x) : 0;
        double centre = centroid.at(x);
        double alpha = VerticalSpread.alpha(centre, zi);
        double constant = square(Constants.BUOYANT_SPREAD * risen) + release.initialVarianceZ();

        pdf.set(top.sigmaW(), wStar, centre, zi);
        profile.sample(centre, sample);
        double reach = alpha * wStar * x / sample.windSpeed();
        double surface = surface(x, centre);
        double estimate = 0.5
                * (Math.sqrt(square(reach * pdf.updraftSpread()) + surface + constant)
                        + Math.sqrt(square(reach * pdf.downdraftSpread()) + surface + constant));
        if (EffectiveLayer.nearGround(centre, receptor.aboveBase())) {
            EffectiveLayer.lowest(profile, zi, sample);
        } else {
            EffectiveLayer.halfPlume(profile, centre, receptor.aboveBase(), estimate, zi, sample);
        }

        double u = sample.windSpeed();
        pdf.set(sample.sigmaW(), wStar, centre, zi);
        double travel = wStar * x / u;
        surface = surface(x, centre);
        double up = Math.sqrt(square(alpha * travel * pdf.updraftSpread()) + surface + constant);
        double down = Math.sqrt(square(alpha * travel * pdf.downdraftSpread()) + surface + constant);
        double direct = release.startHeight() + risen;
        double indirect = direct - (release.stack() ? rise.indirect(x) : 0);
        double ambientY = LateralSpread.convective(x, u, sample.sigmaV(), beta, zi);
        into.windSpeed = u;
        into.sigmaY =
                Math.sqrt(ambientY * ambientY + square(Constants.BUOYANT_SPREAD * risen) + release.initialVarianceY());
        into.meanderShare += remaining * Meander.share(x, u, sample.sigmaV());
        if (remaining > 0) {
            into.dilution = remaining / u * vertical(receptor, direct, indirect, travel, up, down);
        }
    }

    private double vertical(
            ReceptorHeights receptor, double direct, double indirect, double travel, double up, double down) {
        double level = verticalAt(receptor.aboveBase(), direct, indirect, travel, up, down);
        return receptor.elevated()
                ? 0.5 * (level + verticalAt(receptor.aboveGround(), direct, indirect, travel, up, down))
                : level;
    }

    private double verticalAt(double z, double direct, double indirect, double travel, double up, double down) {
        double zi = air.mixingHeight();
        double rising = pdf.updraft() * travel;
        double sinking = pdf.downdraft() * travel;
        double share = pdf.updraftShare();
        return share
                        * (Reflections.direct(z, direct + rising, zi, up)
                                + Reflections.indirect(z, indirect + rising, zi, up))
                + (1 - share)
                        * (Reflections.direct(z, direct + sinking, zi, down)
                                + Reflections.indirect(z, indirect + sinking, zi, down));
    }

    /** σ_zg² with the air last sampled. */
    private double surface(double x, double centre) {
        return square(VerticalSpread.convectiveSurface(
                x, sample.windSpeed(), air.frictionVelocity(), air.obukhovLength(), centre, air.mixingHeight()));
    }

    /** The part above the mixed layer spreads like a stable plume without a stability term. */
    private void penetrated(double x, ReceptorHeights receptor, PlumeSection into) {
        double height = penetration.plumeHeight();
        double buoyant = Constants.BUOYANT_SPREAD * penetration.fraction() * (height - release.startHeight());
        double estimate = penetratedSigmaZ(x, atPenetration, 0, buoyant);
        double frequency = Constants.frequency(atPenetration.gradient(), thetaAtPenetration);
        double lid = Math.max(
                air.mixingHeight(),
                height + Constants.PLUME_HALF_WIDTH * penetratedSigmaZ(x, atPenetration, frequency, buoyant));
        EffectiveLayer.halfPlume(profile, height, receptor.aboveBase(), estimate, Double.POSITIVE_INFINITY, sample);
        double u = sample.windSpeed();
        double sigmaZ = penetratedSigmaZ(x, sample, 0, buoyant);
        double ambientY = LateralSpread.stable(x, u, sample.sigmaV(), height, air.mechanicalMixingHeight());
        double vertical = Reflections.stable(receptor.aboveBase(), height, lid, sigmaZ);
        if (receptor.elevated()) {
            vertical = 0.5 * (vertical + Reflections.stable(receptor.aboveGround(), height, lid, sigmaZ));
        }
        into.penetratedSigmaY = Math.sqrt(ambientY * ambientY + buoyant * buoyant);
        into.penetratedDilution = penetration.fraction() * vertical / u;
        into.windSpeed = penetration.fraction() * u;
        into.meanderShare = penetration.fraction() * Meander.share(x, u, sample.sigmaV());
    }

    private double penetratedSigmaZ(double x, AirSample of, double frequency, double buoyant) {
        double ambient =
                VerticalSpread.stableElevated(x, of.windSpeed(), of.sigmaW(), penetration.plumeHeight(), frequency);
        return Math.sqrt(ambient * ambient + buoyant * buoyant);
    }

    private static double square(double value) {
        return value * value;
    }
}
