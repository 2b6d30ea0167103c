package org.lantian.cli.met;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.CommonOptions;
import org.lantian.dispersion.preprocessing.Element;
import org.lantian.dispersion.preprocessing.FilledHour;
import org.lantian.dispersion.preprocessing.GapFilling;
import org.lantian.dispersion.preprocessing.MadeHour;
import org.lantian.dispersion.preprocessing.MorningSounding;
import org.lantian.dispersion.preprocessing.SeriesDoubts;
import org.lantian.dispersion.preprocessing.SoundingTableReader;
import org.lantian.dispersion.preprocessing.Station;
import org.lantian.dispersion.preprocessing.Substitution;
import org.lantian.dispersion.preprocessing.SurfaceReading;
import org.lantian.dispersion.preprocessing.SurfaceTableReader;
import org.lantian.dispersion.preprocessing.SurfaceTableReader.Label;
import org.lantian.dispersion.preprocessing.WeatherMaker;
import org.lantian.dispersion.preprocessing.WeatherOutput;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code lantian met make}: hourly surface observations become PREFIX.sfc, PREFIX.pfl and a table of what was substituted. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = "由逐时地面观测制作 .sfc/.pfl / .sfc and .pfl from hourly surface observations")
public final class MetMakeCommand implements Callable<Integer> {

    private static final int WRONG_INPUT = 2;
    private static final int FAULTS_SHOWN = 10;
    private static final double USUAL_CLOUD_TENTHS = 5;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private StationOptions options = new StationOptions();

    @Parameters(
            paramLabel = "SURFACE.csv",
            description = "time,ws_ms,wd_deg,temp_c,cloud_tenths,pressure_hpa,rh_pct,precip_mm,radiation_wm2 …")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path file;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "PREFIX",
            description = "写出 PREFIX.sfc、PREFIX.pfl、PREFIX.hours.csv / files to write")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path prefix;

    @Option(
            names = "--label",
            paramLabel = "start|end",
            description = "time 列是时段起点还是终点 / column time prints the start or the end of the hour (default: end)")
    private Label label = Label.END;

    @Option(
            names = "--sounding",
            paramLabel = "SOUNDING.csv",
            description = "早晨探空 date,height_m,temp_c / morning soundings")
    private @Nullable Path soundingFile;

    @Option(
            names = "--sounding-gradient",
            paramLabel = "K/M",
            description = "无探空之日的位温梯度 / potential temperature gradient of days without sounding (default: 0.005)")
    private double gradient = MorningSounding.SUBSTITUTE_GRADIENT;

    @Option(
            names = "--cloud-substitute",
            paramLabel = "TENTHS|missing",
            description = "无云量也无总辐射时的云量（成）；默认仅在两列都没有时取 5"
                    + " / cloud where neither cloud nor radiation is known (default: 5 when neither has a column)")
    private @Nullable String cloudSubstitute;

    @Option(names = "--station-id", paramLabel = "ID", description = "写入文件头的站号 / number of the station in the header")
    private String stationId = "";

    @Option(names = "--sounding-id", paramLabel = "ID", description = "写入文件头的探空站号 / number of the sounding station")
    private String soundingId = "";

    @Option(names = "--lenient", description = "读不懂的单元格当作缺测，不中止 / cells that make no sense count as missing")
    private boolean lenient;

    @Override
    public Integer call() {
        Station station = options.station();
        SurfaceReading reading = SurfaceTableReader.read(file, options.clock(label));
        tell(reading);
        if ((!reading.faults().isEmpty() && !lenient) || reading.observations().isEmpty()) {
            System.err.println(common.text(new BilingualText(
                    "未写出文件；改正后重试，或用 --lenient 把这些值当作缺测。",
                    "No file was written; correct the table, or use --lenient to count these values as missing.")));
            return WRONG_INPUT;
        }
        SeriesDoubts.of(reading.observations(), station).forEach(doubt -> System.err.println(common.text(doubt)));
        if (!(gradient >= 0.001 && gradient <= 0.1)) {
            throw StationOptions.wrong("--sounding-gradient", Double.toString(gradient), "0.001–0.1", "0.001–0.1");
        }
        Map<LocalDate, MorningSounding> soundings =
                soundingFile == null ? Map.of() : SoundingTableReader.read(soundingFile);
        List<FilledHour> filled = GapFilling.fill(reading.observations());
        List<MadeHour> hours =
                new WeatherMaker(station, options.ground(), soundings, gradient).make(filled, assumedCloud(reading));
        WeatherFileSet files = new WeatherFileSet(prefix);
        files.write(
                WeatherOutput.surfaceFile(station, stationId, soundingId, hours),
                WeatherOutput.profileFile(hours),
                WeatherOutput.sideTable(hours));
        report(station, reading, hours, files);
        return 0;
    }

    private void tell(SurfaceReading reading) {
        reading.notes().forEach(note -> System.err.println(common.text(note)));
        List<InputError> faults = reading.faults();
        faults.stream().limit(FAULTS_SHOWN).forEach(fault -> System.err.println(common.text(fault.message())));
        if (faults.size() > FAULTS_SHOWN) {
            int more = faults.size() - FAULTS_SHOWN;
            System.err.println(common.text(new BilingualText("另有 " + more + " 处。", "and " + more + " more.")));
        }
    }

    private double assumedCloud(SurfaceReading reading) {
        String text = cloudSubstitute;
        if (text == null) {
            boolean none = !reading.elements().contains(Element.CLOUD)
                    && !reading.elements().contains(Element.GLOBAL_RADIATION);
            return none ? USUAL_CLOUD_TENTHS / 10 : Double.NaN;
        }
        if (text.equals("missing")) {
            return Double.NaN;
        }
        try {
            double tenths = Double.parseDouble(text);
            if (tenths >= 0 && tenths <= 10) {
                return tenths / 10;
            }
        } catch (NumberFormatException e) {
            // reported below with what was expected
        }
        throw StationOptions.wrong("--cloud-substitute", text, "0–10（成）或 missing", "0–10 (tenths) or missing");
    }

    private void report(Station station, SurfaceReading reading, List<MadeHour> hours, WeatherFileSet files) {
        Map<HourClass, Long> classes = new EnumMap<>(HourClass.class);
        Map<Substitution, Long> substitutions = new TreeMap<>();
        for (MadeHour hour : hours) {
            classes.merge(HourClass.of(hour.weather().surface()), 1L, Long::sum);
            hour.substitutions().forEach(substitution -> substitutions.merge(substitution, 1L, Long::sum));
        }
        if (common.json()) {
            System.out.println(JsonMapper.shared()
                    .writeValueAsString(object(station, reading, hours, classes, substitutions, files)));
            return;
        }
        System.out.println(common.text(new BilingualText(
                "%d 个时次：稳定 %d，对流 %d，静风 %d，缺测 %d。"
                        .formatted(
                                hours.size(),
                                count(classes, HourClass.STABLE),
                                count(classes, HourClass.CONVECTIVE),
                                count(classes, HourClass.CALM),
                                count(classes, HourClass.MISSING)),
                "%d hours: stable %d, convective %d, calm %d, missing %d."
                        .formatted(
                                hours.size(),
                                count(classes, HourClass.STABLE),
                                count(classes, HourClass.CONVECTIVE),
                                count(classes, HourClass.CALM),
                                count(classes, HourClass.MISSING)))));
        substitutions.forEach((substitution, count) -> System.out.println(common.text(new BilingualText(
                "替代：" + substitution.text().zh() + "，" + count + " 个时次",
                "Substituted: " + substitution.text().en() + ", " + count + " hours"))));
        System.out.println(common.text(new BilingualText(
                "已写出 %s、%s；逐时替代情况见 %s。用于扩散时给 --base-elevation（PROFBASE）%s。"
                        .formatted(files.surface(), files.profile(), files.hours(), station.elevation()),
                "Wrote %s and %s; what was substituted in which hour stands in %s. For dispersion: --base-elevation (PROFBASE) %s."
                        .formatted(files.surface(), files.profile(), files.hours(), station.elevation()))));
    }

    private static long count(Map<HourClass, Long> classes, HourClass kind) {
        return classes.getOrDefault(kind, 0L);
    }

    private static Map<String, Object> object(
            Station station,
            SurfaceReading reading,
            List<MadeHour> hours,
            Map<HourClass, Long> classes,
            Map<Substitution, Long> substitutions,
            WeatherFileSet files) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("hours", hours.size());
        for (HourClass kind : HourClass.values()) {
            object.put(kind.name().toLowerCase(java.util.Locale.ROOT), count(classes, kind));
        }
        Map<String, Long> byCode = new LinkedHashMap<>();
        substitutions.forEach((substitution, count) -> byCode.put(substitution.code(), count));
        object.put("substitutions", byCode);
        object.put("ignoredColumns", reading.ignoredColumns());
        object.put("badCells", reading.faults().size());
        object.put("profileBaseMetres", station.elevation());
        object.put("surfaceFile", files.surface().toString());
        object.put("profileFile", files.profile().toString());
        object.put("hoursFile", files.hours().toString());
        return object;
    }
}
