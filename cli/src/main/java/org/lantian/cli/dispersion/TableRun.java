package org.lantian.cli.dispersion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.output.OutputPlan;
import org.lantian.dispersion.output.Place;
import org.lantian.dispersion.runstream.Run;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.EmissionSchedule;
import org.lantian.dispersion.source.HalfLife;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.source.UrbanArea;
import org.lantian.dispersion.source.VolumeSource;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** Makes a run of a table of sources and a table of receptors. */
public final class TableRun {

    private static final List<String> SOURCE_COLUMNS = List.of("id", "type", "x_m", "y_m", "height_m", "emission_g_s");
    private static final List<String> MORE_SOURCE_COLUMNS = List.of(
            "group",
            "urban",
            "base_elevation_m",
            "temperature_k",
            "velocity_m_s",
            "diameter_m",
            "sigma_y0_m",
            "sigma_z0_m",
            "x_length_m",
            "y_length_m",
            "angle_deg",
            "radius_m",
            "x2_m",
            "y2_m",
            "width_m");
    private static final List<String> RECEPTOR_COLUMNS = List.of("id", "x_m", "y_m");
    private static final List<String> MORE_RECEPTOR_COLUMNS = List.of("elevation_m", "hill_height_m", "flagpole_m");
    private static final double FAR = 1e8;

    private final InputFiles files;
    private final Options options;
    private final boolean elevated;
    private final InputTable receptors;

    /**
     * The input.
     *
     * @param met weather files without their ending
     */
    public record InputFiles(Path sources, Path receptors, String met) {}

    /**
     * How to run.
     *
     * @param baseElevation of the weather site, m
     * @param population of the city for sources with urban yes; NaN for none
     * @param averages words of averaging times
     * @param hourly whether all hours are written too
     */
    public record Options(double baseElevation, double population, List<String> averages, boolean hourly) {}

    private TableRun(InputFiles files, Options options) {
        this.files = files;
        this.options = options;
        this.receptors = InputTable.read(files.receptors, RECEPTOR_COLUMNS, MORE_RECEPTOR_COLUMNS);
        this.elevated = receptors.has("elevation_m");
    }

    public static Run read(InputFiles files, Options options) {
        return new TableRun(files, options).read();
    }

    private Run read() {
        List<ScheduledSource> sources = new ArrayList<>();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (InputTable.Row row : InputTable.read(files.sources, SOURCE_COLUMNS, MORE_SOURCE_COLUMNS)
                .rows()) {
            groups.computeIfAbsent("ALL", _ -> new ArrayList<>()).add(sources.size());
            String group = row.text("group");
            if (!group.isEmpty() && !group.equals("ALL")) {
                checkName(row, "group", group);
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(sources.size());
            }
            sources.add(source(row, ids));
        }
        List<AveragingPeriod> averages = averages();
        return new Run(
                files.sources + ", " + files.receptors,
                List.of(files.sources, files.receptors),
                List.of(),
                elevated ? Set.of() : Set.of("FLAT"),
                "OTHER",
                averages,
                true,
                sources,
                groups.entrySet().stream()
                        .map(entry -> new Run.Group(entry.getKey(), entry.getValue(), false))
                        .toList(),
                places(),
                Run.Weather.wholeFiles(weather(".sfc"), weather(".pfl"), options.baseElevation),
                Run.Gases.none(),
                List.of(),
                output(averages, List.copyOf(groups.keySet())),
                List.of(),
                List.of());
    }

    /** Names become part of file names. */
    private static void checkName(InputTable.Row row, String column, String name) {
        if (name.length() > 40 || name.chars().anyMatch(c -> c < 0x20 || "/\\:*?\"<>|".indexOf(c) >= 0)) {
            throw row.fault(column, name, "可作文件名的组名（至多 40 个字符）", "a name that can be a file's, 40 characters at most");
        }
    }

    private OutputPlan output(List<AveragingPeriod> averages, List<String> groups) {
        List<OutputPlan.PlotRequest> plots = new ArrayList<>();
        List<OutputPlan.PostRequest> posts = new ArrayList<>();
        for (String group : groups) {
            for (AveragingPeriod average : averages) {
                int rank = average.ranked() ? 1 : 0;
                plots.add(new OutputPlan.PlotRequest(average, group, rank, group + "_" + average.label()));
            }
            if (options.hourly) {
                String name = groups.size() == 1 ? "hourly" : "hourly_" + group;
                posts.add(new OutputPlan.PostRequest(AveragingPeriod.HOUR, group, name));
            }
        }
        return new OutputPlan(true, plots, posts);
    }

    private List<AveragingPeriod> averages() {
        List<AveragingPeriod> averages = new ArrayList<>();
        for (String word : options.averages) {
            AveragingPeriod average = AveragingPeriod.named(word.strip().toUpperCase(Locale.ROOT))
                    .orElseThrow(() -> new DomainException(new InputError(
                            "disperse.average",
                            "--average",
                            0,
                            "",
                            word,
                            new BilingualText(
                                    "1 2 3 4 6 8 12 24 MONTH PERIOD ANNUAL",
                                    "1 2 3 4 6 8 12 24 MONTH PERIOD ANNUAL"))));
            if (!averages.contains(average)) {
                averages.add(average);
            }
        }
        if (options.hourly && !averages.contains(AveragingPeriod.HOUR)) {
            averages.add(AveragingPeriod.HOUR);
        }
        return averages;
    }

    private Path weather(String ending) {
        for (String candidate : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
            Path file = Path.of(files.met + candidate);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new DomainException(new InputError(
                "disperse.no-weather",
                files.met + ending,
                0,
                "",
                "",
                new BilingualText("存在的气象文件", "a weather file that exists")));
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (InputTable.Row row : receptors.rows()) {
            String id = row.text("id");
            if (id.isEmpty() || !ids.add(id)) {
                throw row.fault("id", id, "不重复的受体编号", "a receptor id that is not taken");
            }
            double elevation = elevated ? row.number("elevation_m", -500, 9000) : options.baseElevation;
            double hill = elevated ? row.number("hill_height_m", -500, 9000, elevation) : options.baseElevation;
            double pole = row.number("flagpole_m", 0, 3000, 0);
            Receptor receptor =
                    new Receptor(row.number("x_m", -FAR, FAR), row.number("y_m", -FAR, FAR), elevation, hill, pole);
            places.add(new Place(receptor, "", id));
        }
        return places;
    }

    private ScheduledSource source(InputTable.Row row, Set<String> ids) {
        String id = row.text("id");
        if (id.isEmpty() || !ids.add(id)) {
            throw row.fault("id", id, "不重复的源编号", "a source id that is not taken");
        }
        double grams = row.number("emission_g_s", 0, 1e9);
        try {
            Source source = source(row, id);
            double rate = source instanceof AreaSource area ? grams / area.squareMetres() : grams;
            return new ScheduledSource(source, rate, new EmissionSchedule.Constant(), urban(row), HalfLife.NONE);
        } catch (IllegalArgumentException e) {
            throw row.fault("", "", "有效的取值（" + e.getMessage() + "）", "usable values (" + e.getMessage() + ")");
        }
    }

    private @Nullable UrbanArea urban(InputTable.Row row) {
        String text = row.text("urban").toLowerCase(Locale.ROOT);
        if (text.isEmpty() || Set.of("no", "0", "否").contains(text)) {
            return null;
        }
        if (!Set.of("yes", "1", "是").contains(text) || Double.isNaN(options.population)) {
            throw row.fault("urban", text, "yes 或 no；yes 须有 --urban 人口", "yes or no; yes needs --urban POPULATION");
        }
        return new UrbanArea("", options.population, 1);
    }

    private Source source(InputTable.Row row, String id) {
        PlanePoint place = new PlanePoint(row.number("x_m", -FAR, FAR), row.number("y_m", -FAR, FAR));
        double base = elevated ? row.number("base_elevation_m", -500, 9000) : options.baseElevation;
        double height = row.number("height_m", 0, 3000);
        AreaSource.Release release = new AreaSource.Release(base, height, row.number("sigma_z0_m", 0, 1e5, 0));
        String type = row.text("type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "point", "capped", "horizontal" -> point(row, id, place, base, type);
            case "volume" ->
                new VolumeSource(
                        id, place, base, height, row.number("sigma_y0_m", 0, 1e5), row.number("sigma_z0_m", 0, 1e5));
            case "area" ->
                AreaSource.rectangle(
                        id,
                        place,
                        row.number("x_length_m", 0, 1e6),
                        row.number("y_length_m", 0, 1e6),
                        row.number("angle_deg", -360, 360, 0),
                        release);
            case "circle" -> AreaSource.circle(id, place, row.number("radius_m", 0, 1e6), 20, release);
            case "line" ->
                AreaSource.line(
                        id,
                        place,
                        new PlanePoint(row.number("x2_m", -FAR, FAR), row.number("y2_m", -FAR, FAR)),
                        row.number("width_m", 0, 1e6),
                        release);
            default ->
                throw row.fault(
                        "type",
                        type,
                        "point、capped、horizontal、volume、area、circle 或 line",
                        "point, capped, horizontal, volume, area, circle or line");
        };
    }

    private static PointSource point(InputTable.Row row, String id, PlanePoint place, double base, String type) {
        PointSource.Outlet outlet = switch (type) {
            case "capped" -> PointSource.Outlet.CAPPED;
            case "horizontal" -> PointSource.Outlet.HORIZONTAL;
            default -> PointSource.Outlet.VERTICAL;
        };
        return new PointSource(
                id,
                place,
                base,
                row.number("height_m", 0, 3000),
                row.number("temperature_k", -2000, 3000),
                row.number("velocity_m_s", 0, 500),
                row.number("diameter_m", 0, 200),
                outlet);
    }
}
