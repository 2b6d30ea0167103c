package org.lantian.dispersion.weather;

/**
 * All that plumes ask of one valid hour's air, rural or urban.
 *
 * @param stable the hour's class; an urban night stays stable
 * @param urbanNight the stirred layer over a city in a stable hour: vertical spread there has no stability term
 * @param obukhovLength L, m
 * @param frictionVelocity u*, m/s
 * @param convectiveVelocity w*, m/s; only meaningful by day
 * @param mixingHeight z_i, m
 * @param mechanicalMixingHeight z_im of the weather file, m
 * @param gradientAbove ∂θ/∂z above the mixed layer, K/m, as the weather file has it
 * @param meanWindSpeed ū over 0…z_i, m/s
 * @param meanSigmaW σ̄_w over 0…z_i, m/s
 * @param baseElevation of the profile above sea level, m
 */
public record BoundaryLayer(
        boolean stable,
        boolean urbanNight,
        double obukhovLength,
        double frictionVelocity,
        double convectiveVelocity,
        double mixingHeight,
        double mechanicalMixingHeight,
        double gradientAbove,
        double meanWindSpeed,
        double meanSigmaW,
        double baseElevation,
        GriddedProfile profile) {

    private static final double LOWEST_TOP = 1;
    private static final double HIGHEST_TOP = 4000;

    /** The air over open country; the hour is valid. */
    public static BoundaryLayer rural(WeatherHour weather, WeatherSite site) {
        SurfaceHour hour = weather.surface();
        boolean stable = hour.obukhovLength() > 0;
        double zim = Math.clamp(hour.mechanicalMixingHeight(), LOWEST_TOP, HIGHEST_TOP);
        double zic = stable ? zim : Math.clamp(hour.convectiveMixingHeight(), LOWEST_TOP, HIGHEST_TOP);
        double zi = Math.max(zic, zim);
        GriddedProfile profile = new ProfileBuilder(weather, hour.withMixingHeights(zic, zim), site, zi).build();
        return new BoundaryLayer(
                stable,
                false,
                hour.obukhovLength(),
                hour.frictionVelocity(),
                hour.convectiveVelocity(),
                zi,
                zim,
                hour.gradientAboveMixingHeight(),
                profile.meanWindSpeed(0, zi),
                profile.meanSigmaW(0, zi),
                site.profileBaseElevation(),
                profile);
    }

    /**
     * The air over a city, made from that over the country around it; the same air when the city has no say in this hour.
     *
     * @param population of the city
     * @param cityRoughness z_0 of the city, m
     */
    public BoundaryLayer urban(WeatherHour weather, WeatherSite site, double population, double cityRoughness) {
        UrbanLayer city = new UrbanLayer(population, cityRoughness);
        SurfaceHour hour = weather.surface();
        return city.inForce(this, hour) ? city.over(this, hour, site) : this;
    }

    /** Ambient temperature at a height above the ground, K. */
    public double temperature(double z) {
        return profile.potentialTemperature(z) - StableGradient.DRY_LAPSE * (z + baseElevation);
    }
}
