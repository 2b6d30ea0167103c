package org.lantian.dispersion.preprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.quantities.BilingualText;

/**
 * Looks for hours that contradict themselves, their neighbours or the sun. Calm and missing hours are counted, not
 * found fault with. Fed hour by hour, in order.
 */
public final class PlausibilityCheck {

    /** Hours of exactly the same wind (speed and direction) that look like a stuck instrument. */
    private static final int SAME_WIND_HOURS = 12;
    /** Hours of exactly the same temperature that look like a stuck instrument. */
    private static final int SAME_TEMPERATURE_HOURS = 24;

    private static final double GREATEST_STEP_KELVIN = 12;
    /** Sun this far below the horizon in the middle of an hour makes no convection, degrees. */
    private static final double SURELY_NIGHT = -4;

    /** Share by which the convective mixing height may sink: the reference's own does so in the evening. */
    private static final double LITTLE = 0.05;

    private final Optional<SunPosition> sun;
    private final HourRules rules;
    private final List<Finding> findings = new ArrayList<>();
    private final long[] classes = new long[HourClass.values().length];
    private @Nullable WeatherHour before;
    private long row;
    private long hours;
    private int sameWind = 1;
    private int sameTemperature = 1;

    /**
     * A check.
     *
     * @param sun over the site in the time of the files; empty skips what needs it
     * @param adjustedFrictionVelocity the header says ADJ_U*: u* of stable hours follows other relations
     */
    public PlausibilityCheck(Optional<SunPosition> sun, boolean adjustedFrictionVelocity) {
        this.sun = sun;
        this.rules = new HourRules(adjustedFrictionVelocity);
    }

    /**
     * Looks at the next hour.
     *
     * @param line of the surface file where it stands
     */
    public void add(WeatherHour hour, long line) {
        row = line;
        hours++;
        HourClass kind = HourClass.of(hour.surface());
        classes[kind.ordinal()]++;
        rules.check(hour, kind).forEach(fault -> find(hour, fault));
        checkSun(hour, kind);
        WeatherHour last = before;
        if (last != null) {
            checkStep(last, hour);
            checkMixing(last, hour);
            checkStuck(last, hour);
        }
        before = hour;
    }

    /** What was found so far, in order of the hours. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Hours of a class so far. */
    public long count(HourClass kind) {
        return classes[kind.ordinal()];
    }

    public long hours() {
        return hours;
    }

    private void find(WeatherHour hour, HourRules.Fault fault) {
        findings.add(new Finding(row, hour.stamp(), fault.field(), fault.value(), fault.expected(), fault.why()));
    }

    private void find(WeatherHour hour, String field, double value, BilingualText expected, BilingualText why) {
        find(hour, HourRules.Fault.of(field, value, expected, why));
    }

    private void checkSun(WeatherHour hour, HourClass kind) {
        if (sun.isEmpty() || kind != HourClass.CONVECTIVE) {
            return;
        }
        double elevation = sun.get()
                .elevationDegrees(hour.stamp().julianDay(), hour.stamp().hour() - 0.5);
        if (elevation < SURELY_NIGHT) {
            find(
                    hour,
                    "H",
                    hour.surface().sensibleHeatFlux(),
                    new BilingualText("夜间不大于 0", "not above 0 at night"),
                    new BilingualText(
                            "此时太阳在地平线下 %.0f°；时间可能不是地方标准时，或经纬度、--utc-offset 有误".formatted(-elevation),
                            "the sun is %.0f° below the horizon; the time may be no local standard time, or position or"
                                            .formatted(-elevation)
                                    + " --utc-offset wrong"));
        }
    }

    private void checkStep(WeatherHour last, WeatherHour hour) {
        double from = last.surface().temperature();
        double to = hour.surface().temperature();
        if (known(from) && known(to) && Math.abs(to - from) > GREATEST_STEP_KELVIN) {
            find(
                    hour,
                    "temperature",
                    to,
                    new BilingualText(
                            "与上一时次 " + from + " K 相差不超过 12 K", "within 12 K of the hour before, " + from + " K"),
                    new BilingualText("一小时内的跳变", "a leap within an hour"));
        }
    }

    private static boolean known(double kelvin) {
        return kelvin > 0 && kelvin < 900;
    }

    private void checkMixing(WeatherHour last, WeatherHour hour) {
        SurfaceHour from = last.surface();
        SurfaceHour to = hour.surface();
        boolean sameDay = last.stamp().date().equals(hour.stamp().date());
        double sinks = from.convectiveMixingHeight() - to.convectiveMixingHeight();
        if (sameDay
                && from.convectiveMixingHeight() > 0
                && to.convectiveMixingHeight() > 0
                && sinks > LITTLE * from.convectiveMixingHeight()) {
            find(
                    hour,
                    "z_ic",
                    to.convectiveMixingHeight(),
                    new BilingualText(
                            "不低于上一时次的 " + from.convectiveMixingHeight() + " m",
                            "not below the hour before, " + from.convectiveMixingHeight() + " m"),
                    new BilingualText("对流混合层日间不降低", "the convective layer does not sink by day"));
        }
    }

    private void checkStuck(WeatherHour last, WeatherHour hour) {
        SurfaceHour from = last.surface();
        SurfaceHour to = hour.surface();
        boolean blows = to.windSpeed() > 0 && to.windSpeed() < 90;
        boolean same = blows && from.windSpeed() == to.windSpeed() && from.windDirection() == to.windDirection();
        sameWind = same ? sameWind + 1 : 1;
        if (sameWind == SAME_WIND_HOURS) {
            find(hour, "wind", to.windSpeed(), changing(), stuck(SAME_WIND_HOURS));
        }
        sameTemperature = known(to.temperature()) && from.temperature() == to.temperature() ? sameTemperature + 1 : 1;
        if (sameTemperature == SAME_TEMPERATURE_HOURS) {
            find(hour, "temperature", to.temperature(), changing(), stuck(SAME_TEMPERATURE_HOURS));
        }
    }

    private static BilingualText changing() {
        return new BilingualText("随时间变化的值", "a value that changes");
    }

    private static BilingualText stuck(int hours) {
        return new BilingualText(
                "连续 " + hours + " 个时次完全相同，仪器可能失灵", "the same for " + hours + " hours in a row: a stuck instrument?");
    }
}
