package org.lantian.dispersion.preprocessing;

import static org.lantian.dispersion.preprocessing.SurfaceLayer.GRAVITY;
import static org.lantian.dispersion.preprocessing.SurfaceLayer.KARMAN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.quantities.BilingualText;

/** What one hour of the weather files must satisfy by itself. */
final class HourRules {

    private static final BilingualText OUT_OF_RANGE = new BilingualText("超出实际可能的范围", "outside what occurs in nature");
    /** Share by which two sides of a relation may differ beyond what rounding of the printed digits explains. */
    private static final double TOLERANCE = 0.15;

    private static final double WIND_TOLERANCE = 0.3;

    /**
     * A violated rule.
     *
     * @param expected what would be plausible
     */
    record Fault(String field, String value, BilingualText expected, BilingualText why) {
        static Fault of(String field, double value, BilingualText expected, BilingualText why) {
            return new Fault(field, new BigDecimal(Double.toString(value)).toPlainString(), expected, why);
        }
    }

    private final boolean adjustedFrictionVelocity;

    HourRules(boolean adjustedFrictionVelocity) {
        this.adjustedFrictionVelocity = adjustedFrictionVelocity;
    }

    List<Fault> check(WeatherHour hour, HourClass kind) {
        List<Fault> faults = new ArrayList<>();
        SurfaceHour s = hour.surface();
        ranges(s, kind, faults);
        if (kind.valid()) {
            signs(s, faults);
            lengthByDefinition(s, faults);
            windOverGround(s, kind, faults);
            velocityScale(s, kind, faults);
            profileWind(hour, faults);
        }
        return faults;
    }

    private static void ranges(SurfaceHour s, HourClass kind, List<Fault> faults) {
        range("z0", s.roughnessLength(), 1e-4, 3, faults);
        range("albedo", s.albedo(), 0, 1, faults);
        range("Bowen", s.bowenRatio(), -10, 20, faults);
        if (kind == HourClass.MISSING) {
            return;
        }
        range("temperature", s.temperature(), 200, 330, faults);
        range("wind direction", s.windDirection(), 0, 360, faults);
        range("wind speed", s.windSpeed(), 0, 50, faults);
        if (s.pressure() < 90_000) {
            range("pressure", s.pressure(), 400, 1090, faults);
        }
        if (s.cloudTenths() != MissingCode.CLOUD.code()) {
            range("cloud", s.cloudTenths(), 0, 10, faults);
        }
        if (s.relativeHumidity() != MissingCode.HUMIDITY.code()) {
            range("relative humidity", s.relativeHumidity(), 0, 100, faults);
        }
        if (kind.valid()) {
            range("H", s.sensibleHeatFlux(), -300, 800, faults);
            range("u*", s.frictionVelocity(), 0, 4, faults);
            range("z_im", s.mechanicalMixingHeight(), 0, 5000, faults);
        }
    }

    private static void range(String field, double value, double least, double greatest, List<Fault> faults) {
        if (!(value >= least && value <= greatest)) {
            String range = TextTable.plain(least) + "–" + TextTable.plain(greatest);
            faults.add(Fault.of(field, value, new BilingualText(range, range), OUT_OF_RANGE));
        }
    }

    private static void signs(SurfaceHour s, List<Fault> faults) {
        double heat = s.sensibleHeatFlux();
        if ((s.obukhovLength() > 0 && heat > 0) || (s.obukhovLength() < 0 && heat < 0)) {
            String sign = heat > 0 ? "L < 0" : "L > 0";
            faults.add(Fault.of(
                    "L",
                    s.obukhovLength(),
                    new BilingualText(sign + "（H 为 " + heat + "）", sign + " (H is " + heat + ")"),
                    new BilingualText("L 与 H 异号", "L has the sign of −H")));
        }
    }

    /** L = −ρ c_p T u*³/(k g H); not where |L| is at a limit, or H or u* has too few digits. */
    private void lengthByDefinition(SurfaceHour s, List<Fault> faults) {
        double length = Math.abs(s.obukhovLength());
        boolean fewDigits = Math.abs(s.sensibleHeatFlux()) < 5 || s.frictionVelocity() < 0.05;
        boolean stableAdjusted = adjustedFrictionVelocity && s.obukhovLength() > 0;
        if (fewDigits || length <= 1.05 || length >= 8000 || s.pressure() > 2000 || stableAdjusted) {
            return;
        }
        double defined = capacity(s)
                * s.temperature()
                * Math.pow(s.frictionVelocity(), 3)
                / (KARMAN * GRAVITY * Math.abs(s.sensibleHeatFlux()));
        if (Math.abs(length / defined - 1) > TOLERANCE) {
            double signed = Math.copySign(defined, s.obukhovLength());
            faults.add(Fault.of(
                    "L",
                    s.obukhovLength(),
                    about(signed, "m"),
                    new BilingualText("L = −ρ c_p T u*³/(k g H)", "L = −ρ c_p T u*³/(k g H)")));
        }
    }

    /** u* and L of a convective hour must give back the wind. */
    private static void windOverGround(SurfaceHour s, HourClass kind, List<Fault> faults) {
        boolean logarithmic = s.windHeight() > 7 * s.roughnessLength();
        if (kind != HourClass.CONVECTIVE || !logarithmic || s.obukhovLength() > -1.05) {
            return;
        }
        double expected =
                ConvectiveLayer.frictionVelocity(s.windSpeed(), s.windHeight(), s.roughnessLength(), s.obukhovLength());
        if (Math.abs(s.frictionVelocity() / expected - 1) > WIND_TOLERANCE) {
            faults.add(Fault.of(
                    "u*",
                    s.frictionVelocity(),
                    about(expected, "m/s"),
                    new BilingualText(
                            "由风速 " + s.windSpeed() + " m/s、z0 和 L 按对数廓线得出",
                            "the logarithmic profile from the wind of " + s.windSpeed() + " m/s, z0 and L")));
        }
    }

    private static void velocityScale(SurfaceHour s, HourClass kind, List<Fault> faults) {
        if (kind != HourClass.CONVECTIVE || s.sensibleHeatFlux() < 5 || s.pressure() > 2000) {
            return;
        }
        double expected = Math.cbrt(
                GRAVITY * s.sensibleHeatFlux() * s.convectiveMixingHeight() / (capacity(s) * s.temperature()));
        if (Math.abs(s.convectiveVelocity() / expected - 1) > TOLERANCE) {
            faults.add(Fault.of(
                    "w*",
                    s.convectiveVelocity(),
                    about(expected, "m/s"),
                    new BilingualText("w* = (g H z_ic/(ρ c_p T))^⅓", "w* = (g H z_ic/(ρ c_p T))^⅓")));
        }
    }

    private static void profileWind(WeatherHour hour, List<Fault> faults) {
        SurfaceHour s = hour.surface();
        for (ProfileLevel level : hour.levels()) {
            boolean sameHeight = Math.abs(level.height() - s.windHeight()) < 0.05;
            if (sameHeight && level.hasWindSpeed() && Math.abs(level.windSpeed() - s.windSpeed()) > 0.1) {
                faults.add(Fault.of(
                        "wind speed",
                        level.windSpeed(),
                        new BilingualText(s.windSpeed() + "（与 .sfc 相同）", s.windSpeed() + ", as in the .sfc"),
                        new BilingualText("两个文件同一高度的风速不同", "the two files differ at the same height")));
            }
        }
    }

    private static double capacity(SurfaceHour s) {
        return SurfaceLayer.airDensity(s.pressure(), s.temperature()) * SurfaceLayer.HEAT_CAPACITY;
    }

    private static BilingualText about(double value, String unit) {
        String text = "%.3g %s".formatted(value, unit);
        return new BilingualText("约 " + text, "about " + text);
    }
}
