package org.lantian.dispersion.runstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.no2.OzoneLimiting;
import org.lantian.dispersion.output.Place;
import org.lantian.dispersion.source.HalfLife;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * Reads a runstream (.inp). Every keyword is acted upon, or known to change no result and named in the run, or a fault
 * with file, line and keyword.
 */
public final class RunstreamReader {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

    private final String file;
    private final Path folder;
    private final List<Statement> statements;
    private final Missing missing;
    private final PrintOnly printOnly = new PrintOnly();
    private final List<String> notes = new ArrayList<>();

    private RunstreamReader(String file, Path folder, List<Statement> statements) {
        this.file = file;
        this.folder = folder;
        this.statements = statements;
        this.missing = new Missing(file);
    }

    /** Reads a runstream; the files that it names lie relative to it. */
    public static Run read(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return read(file.toString(), lines(file), folder == null ? Path.of("") : folder);
    }

    /** Reads the lines of a runstream. */
    public static Run read(String name, List<String> lines, Path folder) {
        return new RunstreamReader(name, folder, StatementReader.read(name, lines)).read();
    }

    /** Lines of a text in UTF-8 or, where it is not, in GB 18030. */
    public static List<String> lines(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DomainException(
                    new InputError(
                            "runstream.no-file",
                            file.toString(),
                            0,
                            "",
                            "",
                            new BilingualText("存在的文件", "a file that exists")),
                    e);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return List.of(LINE_END.split(text, -1));
    }

    private Run read() {
        ControlReader controlReader = new ControlReader(folder, printOnly);
        of(Pathway.CO).forEach(controlReader::read);
        Control control = controlReader.finish(missing);
        WeatherReader weatherReader = new WeatherReader(folder, printOnly);
        of(Pathway.ME).forEach(weatherReader::read);
        WeatherReader.Weather weather = weatherReader.finish(missing);
        double flatElevation = control.flat() ? weather.baseElevation() : Double.NaN;

        SourceReader sourceReader = new SourceReader(folder, ReceptorReader.elevationUnit(statements, Pathway.SO));
        of(Pathway.SO).forEach(sourceReader::read);
        List<SourceDraft> drafts = sourceReader.drafts(missing);
        List<ScheduledSource> sources = sources(drafts, control, flatElevation);
        List<Run.Group> groups = groups(sourceReader, drafts);
        List<Place> places = places(control, sources, flatElevation);

        Set<String> names = new LinkedHashSet<>();
        groups.forEach(group -> names.add(group.name()));
        OutputReader outputReader = new OutputReader(control, names, printOnly);
        of(Pathway.OU).forEach(outputReader::read);
        note(control, sources);
        return new Run(
                file,
                List.of(folder.resolve(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1))),
                control.titles(),
                control.options(),
                control.pollutant(),
                control.averages(),
                control.wanted(),
                sources,
                groups,
                places,
                weatherOf(weather, control),
                gases(control, sourceReader, drafts),
                hourly(sourceReader, drafts),
                outputReader.finish(),
                printOnly.named(),
                notes);
    }

    private List<Statement> of(Pathway pathway) {
        return statements.stream().filter(s -> s.pathway() == pathway).toList();
    }

    private List<ScheduledSource> sources(List<SourceDraft> drafts, Control control, double flatElevation) {
        List<ScheduledSource> sources = new ArrayList<>();
        for (SourceDraft draft : drafts) {
            if (draft.isUrban() && control.urban() == null) {
                throw draft.location()
                        .fault(
                                "runstream.urban-missing",
                                draft.id(),
                                "CO URBANOPT 给出城市",
                                "CO URBANOPT to give the city");
            }
            sources.add(draft.build(
                    flatElevation,
                    control.urban(),
                    decay(draft, control),
                    !control.options().contains("NOSTD")));
        }
        return sources;
    }

    private static HalfLife decay(SourceDraft draft, Control control) {
        HalfLife given = control.decay();
        if (given != null) {
            return given;
        }
        return draft.isUrban() && control.pollutant().equals("SO2") ? HalfLife.URBAN_SO2 : HalfLife.NONE;
    }

    private List<Run.Group> groups(SourceReader reader, List<SourceDraft> drafts) {
        List<String> ids = drafts.stream().map(SourceDraft::id).toList();
        return reader.groups(missing).stream()
                .map(group -> new Run.Group(
                        group.name(), group.ids().stream().map(ids::indexOf).toList(), group.withBackground()))
                .toList();
    }

    private List<Place> places(Control control, List<ScheduledSource> sources, double flatElevation) {
        Map<String, PlanePoint> centres = new LinkedHashMap<>();
        sources.forEach(s -> centres.put(s.source().id(), s.source().location()));
        ReceptorReader reader = new ReceptorReader(
                new ReceptorReader.ReceptorRules(
                        flatElevation, ReceptorReader.elevationUnit(statements, Pathway.RE), control.flagpole()),
                centres);
        of(Pathway.RE).forEach(reader::read);
        return reader.finish(missing);
    }

    private static Run.Weather weatherOf(WeatherReader.Weather weather, Control control) {
        WeatherFiles.DateCheck check = control.options().contains("NOCHKD")
                ? WeatherFiles.DateCheck.IGNORE
                : control.options().contains("WARNCHKD") ? WeatherFiles.DateCheck.WARN : WeatherFiles.DateCheck.REFUSE;
        return new Run.Weather(
                weather.surface(),
                weather.profile(),
                weather.baseElevation(),
                weather.first(),
                weather.last(),
                weather.ranges(),
                check);
    }

    private Run.Gases gases(Control control, SourceReader reader, List<SourceDraft> drafts) {
        return new Run.Gases(control.no2(), ozoneLimiting(control, reader, drafts), reader.background());
    }

    private @Nullable OzoneLimiting ozoneLimiting(Control control, SourceReader reader, List<SourceDraft> drafts) {
        if (control.no2().method() != No2Settings.Method.OLM) {
            return null;
        }
        double[] ratios = new double[drafts.size()];
        for (int i = 0; i < ratios.length; i++) {
            double own = drafts.get(i).inStackRatio();
            ratios[i] = Double.isNaN(own) ? control.no2().inStackRatio() : own;
            if (Double.isNaN(ratios[i])) {
                throw drafts.get(i)
                        .location()
                        .fault(
                                "runstream.ratio-missing",
                                drafts.get(i).id(),
                                "NO2RATIO 或 NO2STACK 给出该源的 NO2/NOx",
                                "NO2RATIO or NO2STACK to give its NO2/NOx");
            }
        }
        try {
            return new OzoneLimiting(ratios, control.no2().equilibrium(), reader.mergedPlumes());
        } catch (IllegalArgumentException e) {
            throw missing.because(Pathway.SO, "OLMGROUP", "每个源至多属于一个 OLMGROUP", "each source in one OLMGROUP at most");
        }
    }

    private static List<Run.HourlyFileOfSources> hourly(SourceReader reader, List<SourceDraft> drafts) {
        Set<String> points = new LinkedHashSet<>();
        drafts.stream().filter(SourceDraft::isPoint).forEach(draft -> points.add(draft.id()));
        return reader.hourlyFiles().stream()
                .map(given -> new Run.HourlyFileOfSources(given.path(), given.ids(), points))
                .toList();
    }

    private void note(Control control, List<ScheduledSource> sources) {
        for (ScheduledSource source : sources) {
            if (source.rate() == 0
                    && source.schedule() instanceof org.lantian.dispersion.source.EmissionSchedule.Constant) {
                notes.add("source " + source.source().id() + " emits nothing (rate 0)");
            }
        }
        if (Set.of("SO2", "NO2", "PM25", "PM2.5", "PM-2.5").contains(control.pollutant())) {
            notes.add(
                    "pollutant " + control.pollutant() + ": ranks are those of all blocks of the run; design values of"
                            + " US air quality standards (daily maxima, means over years) are not made");
        }
    }
}
