package org.lantian.dispersion.preprocessing;

import java.util.Set;
import org.lantian.quantities.BilingualText;

/** What was put in the place of a measurement in an hour; each has a line of the run's summary and marks its hours. */
public enum Substitution {
    WIND_INTERPOLATED(
            "wind-interpolated", new BilingualText("风由前后时次内插（缺测不超过 2 小时）", "wind interpolated over at most 2 h")),
    TEMPERATURE_INTERPOLATED(
            "temperature-interpolated",
            new BilingualText("气温由前后时次内插（缺测不超过 2 小时）", "temperature interpolated over at most 2 h")),
    CLOUD_INTERPOLATED(
            "cloud-interpolated", new BilingualText("云量由前后时次内插（缺测不超过 2 小时）", "cloud interpolated over at most 2 h")),
    PRESSURE_INTERPOLATED(
            "pressure-interpolated",
            new BilingualText("气压由前后时次内插（缺测不超过 2 小时）", "pressure interpolated over at most 2 h")),
    HUMIDITY_INTERPOLATED(
            "humidity-interpolated",
            new BilingualText("相对湿度由前后时次内插（缺测不超过 2 小时）", "humidity interpolated over at most 2 h")),
    CLOUD_FROM_RADIATION(
            "cloud-from-radiation",
            new BilingualText(
                    "云量由实测总辐射反算（Holtslag 和 van Ulden 1983）",
                    "cloud from measured global radiation (Holtslag and van Ulden 1983)")),
    CLOUD_FROM_LAST_DAYLIGHT(
            "cloud-from-daylight",
            new BilingualText("夜间云量由日落前与日出后反算的云量内插", "cloud of the night interpolated between evening and morning")),
    CLOUD_ASSUMED("cloud-assumed", new BilingualText("云量取设定值", "cloud assumed at the set value")),
    PRESSURE_FROM_ELEVATION(
            "pressure-from-elevation",
            new BilingualText("气压由海拔按标准大气推算", "pressure of the standard atmosphere at the elevation")),
    SOUNDING_ASSUMED(
            "sounding-assumed",
            new BilingualText("无当日早晨探空，对流混合层用设定的位温梯度", "no morning sounding: potential temperature gradient assumed")),
    HEAT_GAP_BRIDGED(
            "heat-gap-bridged",
            new BilingualText(
                    "当日有缺测时次，其热量由前后时次内插后计入对流混合层",
                    "heat of missing hours of the day interpolated for the convective mixing height"));

    private static final Set<Substitution> OF_CLOUD =
            Set.of(CLOUD_INTERPOLATED, CLOUD_FROM_RADIATION, CLOUD_FROM_LAST_DAYLIGHT, CLOUD_ASSUMED);

    private final String code;
    private final BilingualText text;

    Substitution(String code, BilingualText text) {
        this.code = code;
        this.text = text;
    }

    /** Stable code, in the column {@code remarks} of the side table. */
    public String code() {
        return code;
    }

    public BilingualText text() {
        return text;
    }

    /** Whether cloud is among what was put in. */
    static boolean anyOfCloud(Set<Substitution> substitutions) {
        return substitutions.stream().anyMatch(OF_CLOUD::contains);
    }

    /** The surface file's last column: AERMET's words for cloud and temperature, ours for both and for the wind. */
    static String flagOf(Set<Substitution> substitutions) {
        boolean cloud = anyOfCloud(substitutions);
        boolean temperature = substitutions.contains(TEMPERATURE_INTERPOLATED);
        if (cloud && temperature) {
            return "Sub_CT";
        }
        if (cloud) {
            return "Sub_CC";
        }
        if (temperature) {
            return "Sub_TT";
        }
        return substitutions.contains(WIND_INTERPOLATED) ? "Sub_WS" : "NoSubs";
    }
}
