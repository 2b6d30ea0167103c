package org.lantian.dispersion.weather;

/** The stirred layer that a city's heat keeps over it at night and in the early morning (MFD 109–113). */
final class UrbanLayer {

    private static final double GRAVITY = 9.80616;
    private static final double VON_KARMAN = 0.4;
    private static final double REFERENCE_POPULATION = 2e6;
    private static final double REFERENCE_HEIGHT = 400;
    private static final double GREATEST_CONTRAST = 12;
    private static final double NEARLY_NEUTRAL = 1e-5;

    private final double population;
    private final double cityRoughness;

    UrbanLayer(double population, double cityRoughness) {
        this.population = population;
        this.cityRoughness = cityRoughness;
    }

    /** z_iu, m (MFD 112). */
    double height() {
        return REFERENCE_HEIGHT * Math.sqrt(Math.sqrt(population / REFERENCE_POPULATION));
    }

    /** ΔT between city and country, K (MFD 109). */
    private double contrast() {
        return GREATEST_CONTRAST * (0.1 * Math.log(population / REFERENCE_POPULATION) + 1);
    }

    /** Whether the layer is in force: in stable hours, and by day until the convective layer has outgrown it. */
    boolean inForce(BoundaryLayer rural, SurfaceHour hour) {
        return rural.stable() || hour.convectiveMixingHeight() <= height();
    }

    BoundaryLayer over(BoundaryLayer rural, SurfaceHour hour, WeatherSite site) {
        double ziu = height();
        double t = hour.temperature();
        double uStar = rural.frictionVelocity();
        // H_u/(ρ c_p), MFD 110
        double heating = 0.03 * contrast() * uStar;
        double wStar = Math.cbrt(GRAVITY * heating * ziu / t);
        double zi = Math.max(ziu, rural.mechanicalMixingHeight());
        double roughness = 7 * Math.max(cityRoughness, hour.roughnessLength());
        double urbanUStar = Math.max(
                uStar, wStar * Math.sqrt(1.6) * Math.cbrt(roughness / ziu) / (1.3 * Math.sqrt(1 - roughness / zi)));
        double urbanL = t * urbanUStar * urbanUStar * urbanUStar / (VON_KARMAN * GRAVITY * heating);
        double l = rural.obukhovLength();
        GriddedProfile profile = profile(rural.profile(), hour, site, wStar, ziu);
        return new BoundaryLayer(
                rural.stable(),
                rural.stable(),
                rural.stable() ? Math.max(urbanL, l) : Math.max(-urbanL, l),
                urbanUStar,
                rural.convectiveVelocity(),
                zi,
                rural.mechanicalMixingHeight(),
                rural.gradientAbove(),
                rural.meanWindSpeed(),
                rural.meanSigmaW(),
                rural.baseElevation(),
                profile);
    }

    /** Turbulence of the country and of the heat together; hardly any gradient in the layer; the wind stays. */
    private static GriddedProfile profile(
            GriddedProfile rural, SurfaceHour hour, WeatherSite site, double wStar, double ziu) {
        double[] wind = new double[GridLevels.COUNT];
        double[] direction = new double[GridLevels.COUNT];
        double[] sigmaV = new double[GridLevels.COUNT];
        double[] sigmaW = new double[GridLevels.COUNT];
        double[] gradient = new double[GridLevels.COUNT];
        for (int level = 0; level < GridLevels.COUNT; level++) {
            double z = GridLevels.height(level);
            wind[level] = rural.windSpeedAtLevel(level);
            direction[level] = rural.windDirectionAtLevel(level);
            sigmaV[level] =
                    Math.sqrt(square(rural.sigmaVAtLevel(level)) + TurbulenceFormula.lateralConvective(z, wStar, ziu));
            sigmaW[level] =
                    Math.sqrt(square(rural.sigmaWAtLevel(level)) + TurbulenceFormula.verticalConvective(z, wStar, ziu));
            gradient[level] = z <= ziu ? NEARLY_NEUTRAL : rural.gradientAtLevel(level);
        }
        double[] theta = ProfileBuilder.potentialTemperature(gradient, hour, site);
        return new GriddedProfile(wind, direction, sigmaV, sigmaW, gradient, theta);
    }

    private static double square(double value) {
        return value * value;
    }
}
