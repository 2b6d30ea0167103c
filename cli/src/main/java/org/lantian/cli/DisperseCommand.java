package org.lantian.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.dispersion.ProjectedPlane;
import org.lantian.cli.dispersion.RunJob;
import org.lantian.cli.dispersion.TableRun;
import org.lantian.dispersion.kernel.Numerics;
import org.lantian.dispersion.output.Georeference;
import org.lantian.dispersion.output.ResultFiles;
import org.lantian.dispersion.runstream.Run;
import org.lantian.dispersion.runstream.RunExecution;
import org.lantian.dispersion.runstream.RunstreamReader;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.LonLat;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code lantian disperse}: dispersion from a runstream in AERMOD's format, or from tables. */
@Command(
        name = "disperse",
        mixinStandardHelpOptions = true,
        description = "大气扩散模拟：AERMOD 运行文件或表格 / dispersion from an AERMOD runstream or from tables",
        subcommands = DisperseValidateCommand.class)
public final class DisperseCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN.inp",
            description = "AERMOD 运行文件；其中的文件名相对于它 / runstream; files it names lie relative to it")
    private @Nullable Path runstream;

    @ArgGroup(exclusive = false)
    private @Nullable TableOptions tables;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "输出文件夹，默认为运行文件所在处 / output folder, default: beside the runstream")
    private @Nullable Path out;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:n",
            description = "坐标系，用于 GeoJSON / coordinate system of the run, for GeoJSON")
    private @Nullable String crs;

    @Option(
            names = "--origin",
            paramLabel = "LON,LAT",
            description = "坐标原点的经纬度（WGS-84），用于 GeoJSON / longitude and latitude of (0, 0), for GeoJSON")
    private @Nullable String origin;

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "F",
            description = "写出的格式 text,csv,geojson,png，默认全部 / formats to write, default: all")
    private Set<ResultFiles.Format> formats = EnumSet.allOf(ResultFiles.Format.class);

    @Option(
            names = "--exact-areas",
            description = "面源用精确的正态积分，而不用 AERMOD 的四位数表 / areas by the exact normal integral instead of"
                    + " AERMOD's table of four digits")
    private boolean exactAreas;

    @Override
    public Integer call() {
        TableOptions given = tables;
        if ((runstream == null) == (given == null)) {
            throw InputReport.wrongOption(
                    "RUN.inp",
                    "",
                    new BilingualText(
                            "运行文件，或 --sources、--receptors 与 --met",
                            "a runstream, or --sources, --receptors and --met"));
        }
        Georeference reference = reference();
        Run run = given == null ? read(runstream) : TableRun.read(given.files(), given.options());
        if (!run.wanted()) {
            System.err.println(common.text(
                    new BilingualText("输入无误（RUNORNOT NOT，未运行）", "The input is right (RUNORNOT NOT: not run)")));
            return 0;
        }
        RunJob.Settings settings = new RunJob.Settings(
                folder(),
                formats(given != null),
                reference,
                common.language(),
                new RunExecution.Settings(
                        common.threads(),
                        given == null && !exactAreas ? RunExecution.Settings.OF_RUNSTREAMS : Numerics.STANDARD),
                System.console() != null,
                given == null ? "" : "concentrations.csv",
                given == null ? stem(runstream) + ".summary.txt" : "summary.txt");
        print(new RunJob(run, settings).execute());
        return 0;
    }

    private static Run read(@Nullable Path file) {
        try {
            return RunstreamReader.read(file == null ? Path.of("") : file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        if (out != null) {
            return out;
        }
        Path beside = runstream == null ? null : runstream.toAbsolutePath().getParent();
        return beside == null ? Path.of("") : beside;
    }

    /** Formats of single files; a run from tables has its values in one table. */
    private Set<ResultFiles.Format> formats(boolean fromTables) {
        Set<ResultFiles.Format> chosen = EnumSet.noneOf(ResultFiles.Format.class);
        chosen.addAll(formats);
        if (fromTables) {
            chosen.remove(ResultFiles.Format.TEXT);
        }
        return chosen;
    }

    private static String stem(@Nullable Path file) {
        Path name = file == null ? null : file.getFileName();
        String text = name == null ? "run" : name.toString();
        int dot = text.lastIndexOf('.');
        return dot <= 0 ? text : text.substring(0, dot);
    }

    private @Nullable Georeference reference() {
        if (crs != null && origin != null) {
            throw InputReport.wrongOption(
                    "--crs", crs, new BilingualText("--crs 与 --origin 之一", "either --crs or --origin"));
        }
        String place = origin;
        if (place != null) {
            try {
                String[] parts = place.split(",", -1);
                return ProjectedPlane.about(new LonLat(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw InputReport.wrongOption(
                        "--origin",
                        place,
                        new BilingualText(
                                "经度,纬度（度），如 112.85,35.49", "longitude,latitude in degrees such as 112.85,35.49"));
            }
        }
        return crs == null ? null : ProjectedPlane.epsg(crs);
    }

    private void print(RunJob.Result result) {
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("hours", result.outcome().hours());
            object.put("calm", result.outcome().calm());
            object.put("missing", result.outcome().missing());
            object.put("seconds", result.seconds());
            object.put("files", result.files().stream().map(Path::toString).toList());
            System.out.println(JsonMapper.shared().writeValueAsString(object));
            return;
        }
        System.out.print(result.summary().text());
        System.err.println(common.text(new BilingualText(
                String.format(Locale.ROOT, "写出 %d 个文件，用时 %.1f 秒", result.files().size(), result.seconds()),
                String.format(
                        Locale.ROOT,
                        "%d files written in %.1f s",
                        result.files().size(),
                        result.seconds()))));
    }

    /** Options of a run from tables. */
    static final class TableOptions {

        @Option(names = "--sources", paramLabel = "S.csv", required = true, description = "污染源表 / table of sources")
        private Path sources = Path.of("");

        @Option(names = "--receptors", paramLabel = "R.csv", required = true, description = "受体表 / table of receptors")
        private Path receptors = Path.of("");

        @Option(
                names = "--met",
                paramLabel = "PREFIX",
                required = true,
                description = "气象文件 PREFIX.sfc 与 PREFIX.pfl / weather files PREFIX.sfc and PREFIX.pfl")
        private String met = "";

        @Option(
                names = "--base-elevation",
                paramLabel = "M",
                description = "气象站海拔（米），默认 0 / elevation of the weather site, m, default 0")
        private double baseElevation;

        @Option(
                names = "--urban",
                paramLabel = "POPULATION",
                description = "城市人口，用于 urban 列为 yes 的源 / population, for sources with urban yes")
        private double population = Double.NaN;

        @Option(
                names = "--average",
                split = ",",
                paramLabel = "A",
                description = "平均时间 1 3 8 24 MONTH PERIOD，默认 1,24,PERIOD / averaging times, default 1,24,PERIOD")
        private String[] averages = {"1", "24", "PERIOD"};

        @Option(names = "--hourly", description = "另写逐时表 hourly.csv / also write all hours to hourly.csv")
        private boolean hourly;

        TableRun.InputFiles files() {
            return new TableRun.InputFiles(sources, receptors, met);
        }

        TableRun.Options options() {
            return new TableRun.Options(baseElevation, population, List.of(averages), hourly);
        }
    }
}
