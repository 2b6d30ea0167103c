package org.lantian.dispersion.weather;

import java.util.ArrayList;
import java.util.List;

/** Potential temperature gradient of a stable hour (MFD 31–35), from measured temperatures where there are some. */
final class StableGradient {

    /** Dry adiabatic lapse rate g/c_p, K/m. */
    static final double DRY_LAPSE = 0.00977;

    /** Least gradient of a stable layer, K/m. */
    static final double LEAST = 0.002;

    private static final double GRAVITY = 9.80616;
    private static final double VON_KARMAN = 0.4;
    private static final double TOP_OF_FORMULA = 100;
    private static final double SMALL = 0.0001;

    private final SurfaceHour hour;
    private final WeatherSite site;
    private final double zi;
    private final List<Measured> measured;
    private final double thetaStar;

    /** A measured gradient in the middle between two temperatures. */
    private record Measured(double height, double gradient) {}

    StableGradient(WeatherHour weather, WeatherSite site, double zi) {
        this.hour = weather.surface();
        this.site = site;
        this.zi = zi;
        this.measured = gradients(weather.levels());
        this.thetaStar = thetaStar();
    }

    /** θ*, K. */
    double temperatureScale() {
        return thetaStar;
    }

    double[] onGrid() {
        double[] grid = new double[GridLevels.COUNT];
        for (int level = 0; level < GridLevels.COUNT; level++) {
            grid[level] = Math.max(LEAST, at(GridLevels.height(level)));
        }
        return grid;
    }

    private static List<Measured> gradients(List<ProfileLevel> levels) {
        List<ProfileLevel> valid =
                levels.stream().filter(ProfileLevel::hasTemperature).toList();
        List<Measured> gradients = new ArrayList<>();
        for (int i = 1; i < valid.size(); i++) {
            ProfileLevel low = valid.get(i - 1);
            ProfileLevel high = valid.get(i);
            double gradient =
                    (high.temperatureCelsius() - low.temperatureCelsius()) / (high.height() - low.height()) + DRY_LAPSE;
            gradients.add(new Measured(0.5 * (low.height() + high.height()), Math.max(LEAST, gradient)));
        }
        return gradients;
    }

    private double thetaStar() {
        double l = hour.obukhovLength();
        double uStar = hour.frictionVelocity();
        for (Measured lowest : measured) {
            if (lowest.height() > hour.roughnessLength()) {
                return lowest.height() <= TOP_OF_FORMULA
                        ? lowest.gradient() * VON_KARMAN * lowest.height() / (1 + 5 * lowest.height() / l)
                        : fromFrictionVelocity(uStar, l);
            }
        }
        if (!site.adjustedFrictionVelocity()) {
            return fromFrictionVelocity(uStar, l);
        }
        return site.bulkRichardson() ? fromCloud(uStar) : 0.08;
    }

    private double fromFrictionVelocity(double uStar, double l) {
        return hour.temperature() * uStar * uStar / (GRAVITY * VON_KARMAN * l);
    }

    /** With adjusted friction velocity and bulk Richardson data. */
    private double fromCloud(double uStar) {
        double eighths = Math.rint(0.8 * hour.cloudTenths());
        double strongest = 1.4 * (0.005 / Math.tan(0.17 * (2 * eighths + 1)) + 0.05);
        double zRef = hour.windHeight();
        double z0 = hour.roughnessLength();
        double uStarMax = 0.6 * Math.pow(zRef / Math.log((zRef - 5 * z0) / z0), 0.333333);
        double departure = 2 * uStar / uStarMax - 1;
        return strongest * (1 - departure * departure);
    }

    private double at(double z) {
        if (measured.isEmpty() || z < measured.getFirst().height() - 0.1) {
            return formula(z);
        }
        for (Measured each : measured) {
            if (Math.abs(each.height() - z) <= 0.1) {
                return each.gradient();
            }
        }
        Measured top = measured.getLast();
        return z > top.height() ? above(top, z) : between(z);
    }

    private double above(Measured top, double z) {
        if (top.height() > TOP_OF_FORMULA) {
            return top.gradient() * Math.exp(-(z - top.height()) / decayHeight());
        }
        double formulaAtTop = formula(top.height());
        return formulaAtTop < SMALL ? top.gradient() : top.gradient() * formula(z) / formulaAtTop;
    }

    private double between(double z) {
        int above = 1;
        while (measured.get(above).height() < z) {
            above++;
        }
        Measured low = measured.get(above - 1);
        Measured high = measured.get(above);
        double part = (z - low.height()) / (high.height() - low.height());
        double line = low.gradient() + (high.gradient() - low.gradient()) * part;
        double formulaLow = formula(low.height());
        double formulaHigh = formula(high.height());
        if (Math.abs(formulaHigh - formulaLow) <= SMALL) {
            return line;
        }
        return line * formula(z) / (formulaLow + (formulaHigh - formulaLow) * part);
    }

    /** MFD 33–35; with adjusted friction velocity the coefficients of its own similarity functions. */
    private double formula(double z) {
        double height = Math.clamp(z, 2, TOP_OF_FORMULA);
        double stability = height / hour.obukhovLength();
        double shape = site.adjustedFrictionVelocity() ? 0.74 + 4.7 * stability : 1 + 5 * stability;
        double value = thetaStar / (VON_KARMAN * height) * shape;
        double decayed = z <= TOP_OF_FORMULA ? value : value * Math.exp(-(z - TOP_OF_FORMULA) / decayHeight());
        return Math.max(LEAST, decayed);
    }

    private double decayHeight() {
        return 0.44 * Math.max(TOP_OF_FORMULA, zi);
    }
}
