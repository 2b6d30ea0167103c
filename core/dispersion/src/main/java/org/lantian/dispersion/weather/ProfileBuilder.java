package org.lantian.dispersion.weather;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Puts one hour's weather on the grid: measurements where there are some, similarity formulas for the rest. */
final class ProfileBuilder {

    private static final double LEAST_GRIDDED_WIND = 0.01;
    private static final double LEAST_SIGMA_V = 0.2;
    private static final double LEAST_SIGMA_W = 0.02;

    private final WeatherHour weather;
    private final SurfaceHour surface;
    private final WeatherSite site;
    private final boolean stable;
    private final double zi;

    /**
     * @param surface the hour's boundary layer with its mixing heights within their limits
     * @param zi overall mixing height, m
     */
    ProfileBuilder(WeatherHour weather, SurfaceHour surface, WeatherSite site, double zi) {
        this.weather = weather;
        this.surface = surface;
        this.site = site;
        this.stable = surface.obukhovLength() > 0;
        this.zi = zi;
    }

    GriddedProfile build() {
        double[] windSpeed = windSpeed();
        double[] gradient = stable ? new StableGradient(weather, site, zi).onGrid() : convectiveGradient();
        return new GriddedProfile(
                windSpeed,
                windDirection(),
                sigmaV(),
                sigmaW(valueAt(windSpeed, zi)),
                gradient,
                potentialTemperature(gradient, surface, site));
    }

    private double[] windSpeed() {
        WindFormula formula = new WindFormula(surface, zi);
        MeasuredProfile measured = measured(ProfileLevel::hasWindSpeed, ProfileLevel::windSpeed);
        if (measured.isEmpty()) {
            measured = new MeasuredProfile(new double[] {surface.windHeight()}, new double[] {surface.windSpeed()});
        }
        double[] grid = measured.onGrid(formula::at);
        for (int i = 0; i < grid.length; i++) {
            grid[i] = Math.max(LEAST_GRIDDED_WIND, grid[i]);
        }
        return grid;
    }

    private double[] windDirection() {
        List<ProfileLevel> valid =
                weather.levels().stream().filter(ProfileLevel::hasWindDirection).toList();
        double[] grid = new double[GridLevels.COUNT];
        if (valid.isEmpty()) {
            Arrays.fill(grid, GriddedProfile.onCircle(surface.windDirection()));
            return grid;
        }
        int above = 0;
        for (int level = 0; level < GridLevels.COUNT; level++) {
            double z = GridLevels.height(level);
            while (above < valid.size() && valid.get(above).height() < z) {
                above++;
            }
            ProfileLevel high = valid.get(Math.min(above, valid.size() - 1));
            ProfileLevel low = valid.get(Math.max(above - 1, 0));
            double part = high == low ? 0 : (z - low.height()) / (high.height() - low.height());
            grid[level] = GriddedProfile.onCircle(
                    low.windDirection() + part * GriddedProfile.shorterArc(low.windDirection(), high.windDirection()));
        }
        return grid;
    }

    private double[] sigmaV() {
        DoubleUnaryOperator formula = z -> Math.sqrt(
                TurbulenceFormula.lateralMechanical(z, surface.frictionVelocity(), surface.mechanicalMixingHeight())
                        + (stable
                                ? 0
                                : TurbulenceFormula.lateralConvective(
                                        z, surface.convectiveVelocity(), surface.convectiveMixingHeight())));
        return onGrid(
                measured(level -> level.hasSigmaTheta() && level.hasWindSpeed(), ProfileBuilder::sigmaVOf), formula);
    }

    /** Yamartino's relation turned round: σ_v from the spread of the wind direction. */
    private static double sigmaVOf(ProfileLevel level) {
        double s = Math.toRadians(level.sigmaTheta());
        double e = Math.sin(s) * (1 - 0.073864 * s);
        return Math.max(LEAST_SIGMA_V, s * level.windSpeed() * Math.sqrt(1 - e * e));
    }

    private double[] sigmaW(double windSpeedAtZi) {
        double residual = weather.levels().stream()
                .filter(level -> level.hasSigmaW() && level.height() >= zi)
                .mapToDouble(ProfileBuilder::sigmaWOf)
                .average()
                .orElse(0.02 * windSpeedAtZi);
        DoubleUnaryOperator formula =
                z -> Math.sqrt(TurbulenceFormula.verticalMechanical(z, surface.frictionVelocity(), zi, residual)
                        + (stable
                                ? 0
                                : TurbulenceFormula.verticalConvective(
                                        z, surface.convectiveVelocity(), surface.convectiveMixingHeight())));
        return onGrid(measured(ProfileLevel::hasSigmaW, ProfileBuilder::sigmaWOf), formula);
    }

    private static double sigmaWOf(ProfileLevel level) {
        return Math.max(LEAST_SIGMA_W, level.sigmaW());
    }

    private static double[] onGrid(MeasuredProfile measured, DoubleUnaryOperator formula) {
        if (!measured.isEmpty()) {
            return measured.onGrid(formula);
        }
        double[] grid = new double[GridLevels.COUNT];
        for (int level = 0; level < GridLevels.COUNT; level++) {
            grid[level] = formula.applyAsDouble(GridLevels.height(level));
        }
        return grid;
    }

    private MeasuredProfile measured(Predicate<ProfileLevel> valid, ToDoubleFunction<ProfileLevel> value) {
        List<ProfileLevel> levels = weather.levels().stream().filter(valid).toList();
        return new MeasuredProfile(
                levels.stream().mapToDouble(ProfileLevel::height).toArray(),
                levels.stream().mapToDouble(value).toArray());
    }

    /** None in the mixed layer, the sounding's for 500 m above it, 0.005 K/m higher up. */
    private double[] convectiveGradient() {
        double[] grid = new double[GridLevels.COUNT];
        for (int level = 0; level < GridLevels.COUNT; level++) {
            double z = GridLevels.height(level);
            if (z > zi) {
                grid[level] =
                        Math.max(StableGradient.LEAST, z <= zi + 500 ? surface.gradientAboveMixingHeight() : 0.005);
            }
        }
        return grid;
    }

    /** θ by the trapezoid rule up and down from the height of the thermometer. */
    static double[] potentialTemperature(double[] gradient, SurfaceHour surface, WeatherSite site) {
        double[] theta = new double[GridLevels.COUNT];
        double zT = surface.temperatureHeight();
        int start = GridLevels.layerOf(zT);
        double reference = surface.temperature() + StableGradient.DRY_LAPSE * (zT + site.profileBaseElevation());
        theta[start] = reference - 0.5 * (gradient[start] + gradient[start + 1]) * (zT - GridLevels.height(start));
        for (int i = start + 1; i < GridLevels.COUNT; i++) {
            theta[i] = theta[i - 1] + risen(gradient, i);
        }
        for (int i = start; i > 0; i--) {
            theta[i - 1] = theta[i] - risen(gradient, i);
        }
        return theta;
    }

    private static double risen(double[] gradient, int level) {
        return 0.5
                * (gradient[level] + gradient[level - 1])
                * (GridLevels.height(level) - GridLevels.height(level - 1));
    }

    private static double valueAt(double[] grid, double z) {
        int layer = GridLevels.layerOf(z);
        double bottom = GridLevels.height(layer);
        return grid[layer] + (grid[layer + 1] - grid[layer]) * (z - bottom) / (GridLevels.height(layer + 1) - bottom);
    }
}
