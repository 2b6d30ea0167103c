package org.lantian.cli.met;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.OptionError;
import org.lantian.dispersion.preprocessing.GroundTableReader;
import org.lantian.dispersion.preprocessing.Station;
import org.lantian.dispersion.preprocessing.SunPosition;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics;
import org.lantian.dispersion.preprocessing.SurfaceTableReader.Clock;
import org.lantian.dispersion.preprocessing.SurfaceTableReader.Label;
import org.lantian.dispersion.preprocessing.WindOverGround;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import picocli.CommandLine.Option;

/** Options that say where the station stands and what is around it. */
final class StationOptions {

    @Option(names = "--lat", required = true, paramLabel = "DEG", description = "纬度，北为正 / latitude, north positive")
    private double latitude;

    @Option(names = "--lon", required = true, paramLabel = "DEG", description = "经度，东为正 / longitude, east positive")
    private double longitude;

    @Option(names = "--elevation", required = true, paramLabel = "M", description = "海拔 / elevation above sea level, m")
    private double elevation;

    @Option(
            names = "--utc-offset",
            paramLabel = "±HH[:MM]",
            description = "time 列所用时间与世界时之差 / offset of the column time from UTC (default: +08)")
    private String utcOffset = "+08";

    @Option(
            names = "--local-offset",
            paramLabel = "±HH[:MM]",
            description = "输出所用的地方标准时，默认与 --utc-offset 相同；文件为世界时而城市用北京时时给 +08"
                    + " / local standard time of the files made, default: --utc-offset")
    private @Nullable String localOffset;

    @Option(names = "--wind-height", paramLabel = "M", description = "风速仪离地高度 / of the anemometer (default: 10)")
    private double windHeight = 10;

    @Option(names = "--temperature-height", paramLabel = "M", description = "气温表离地高度 / of the thermometer (default: 2)")
    private double temperatureHeight = 2;

    @Option(
            names = "--calm-below",
            paramLabel = "M/S",
            description = "低于此风速记为静风 / lower speeds count as calm (default: 0.28)")
    private double calmBelow = Station.LEAST_WIND;

    @Option(
            names = "--adjust-ustar",
            description =
                    "稳定时次按 Qian 和 Venkatram (2011) 修正弱风摩擦速度（ADJ_U*）/ stable hours with the adjusted u* of weak winds")
    private boolean adjusted;

    @Option(
            names = "--ground",
            paramLabel = "GROUND.csv",
            description = "分风向、分月的地表参数表：months,sector_from_deg,sector_to_deg,z0_m,albedo,bowen"
                    + " / surface characteristics by sector and month")
    private @Nullable Path groundFile;

    @Option(names = "--z0", paramLabel = "M", description = "各风向各月相同的粗糙度 / roughness, the same everywhere")
    private @Nullable Double roughness;

    @Option(names = "--albedo", paramLabel = "0–0.95", description = "正午反照率 / albedo at noon")
    private @Nullable Double albedo;

    @Option(names = "--bowen", paramLabel = "RATIO", description = "波文比 / Bowen ratio")
    private @Nullable Double bowen;

    /** How the table's times are meant. */
    Clock clock(Label label) {
        return new Clock(offset("--utc-offset", utcOffset), local(), label);
    }

    private ZoneOffset local() {
        return localOffset == null ? offset("--utc-offset", utcOffset) : offset("--local-offset", localOffset);
    }

    private static ZoneOffset offset(String option, String text) {
        try {
            String signed = text.matches("\\d.*") ? "+" + text : text;
            return ZoneOffset.of(signed.matches("[+-]\\d") ? signed.charAt(0) + "0" + signed.charAt(1) : signed);
        } catch (DateTimeException e) {
            throw wrong(option, text, "与世界时之差，如 +08", "an offset from UTC such as +08");
        }
    }

    Station station() {
        range("--lat", latitude, -90, 90);
        range("--lon", longitude, -180, 180);
        range("--elevation", elevation, -430, 5500);
        range("--wind-height", windHeight, 1, 200);
        range("--temperature-height", temperatureHeight, 0.5, 200);
        range("--calm-below", calmBelow, 0.005, 2);
        double hours = local().getTotalSeconds() / 3600.0;
        range("--local-offset", hours, -12, 14);
        return new Station(
                new SunPosition(latitude, longitude, hours),
                windHeight,
                temperatureHeight,
                elevation,
                calmBelow,
                adjusted);
    }

    /** What is around the station, by the table or by three numbers. */
    SurfaceCharacteristics ground() {
        SurfaceCharacteristics ground = groundFile != null ? GroundTableReader.read(groundFile) : uniform();
        double least = WindOverGround.LOWEST_ROUGHNESS_LENGTHS * ground.greatestRoughness();
        if (!(windHeight > least)) {
            throw wrong(
                    "--wind-height",
                    Double.toString(windHeight),
                    "高于最大粗糙度的 7 倍，即 " + least + " m",
                    "more than 7 times the greatest roughness, " + least + " m");
        }
        return ground;
    }

    private SurfaceCharacteristics uniform() {
        if (roughness == null || albedo == null || bowen == null) {
            throw wrong(
                    "--ground",
                    "",
                    "地表参数表，或同时给出 --z0、--albedo 和 --bowen",
                    "a table of surface characteristics, or --z0, --albedo and --bowen");
        }
        range("--z0", roughness, 1e-4, 3);
        range("--albedo", albedo, 0, 0.95);
        range("--bowen", bowen, 0.05, 20);
        return SurfaceCharacteristics.uniform(new SurfaceCharacteristics.Ground(albedo, bowen, roughness));
    }

    private static void range(String option, double value, double least, double greatest) {
        if (!(value >= least && value <= greatest)) {
            String range = least + "–" + greatest;
            throw wrong(option, Double.toString(value), range, range);
        }
    }

    static DomainException wrong(String option, String value, String zh, String en) {
        return new DomainException(new OptionError(option, value, new BilingualText(zh, en)));
    }
}
