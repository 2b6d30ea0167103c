package org.lantian.cli.dispersion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lantian.dispersion.runstream.Run;
import org.lantian.dispersion.runstream.RunstreamReader;

/**
 * A case of the reference results.
 *
 * @param measure what agreement is asked for
 * @param without sources whose lines are left out of the runstream because their kind is not supported
 */
record ReferenceCase(String name, Measure measure, Set<String> without) {

    /** What agreement is asked for. */
    enum Measure {
        /** Points and volumes 99.9 % within 1 %, areas 98 % within 2 %. */
        BY_SOURCES,
        /** 99 % within 2 %, highest values within 1 %. */
        GASES,
        /** 99 % within 2 %, highest values within 2 %. */
        CITY
    }

    private static final Pattern COUNTS = Pattern.compile("Hours processed (\\d+), calm (\\d+), missing (\\d+)");

    /** The cases in the order of the report. */
    static List<ReferenceCase> all() {
        try (InputStream in = Objects.requireNonNull(
                ReferenceCase.class.getResourceAsStream("cases.csv"), "cases.csv lies beside this class")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new ReferenceCase(
                            cells[0],
                            Measure.valueOf(cells[1]),
                            Arrays.stream(cells[2].split(";"))
                                    .filter(id -> !id.isEmpty())
                                    .collect(Collectors.toSet())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(Path kit) {
        return kit.resolve("oracles/aermod").resolve(name);
    }

    /** Reads the case's runstream, without the sources that are left out. */
    Run read(Path kit) {
        Path file = folder(kit).resolve("run.inp");
        try {
            List<String> lines =
                    RunstreamReader.lines(file).stream().map(this::kept).toList();
            return RunstreamReader.read(file.toString(), lines, folder(kit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line, or a blank one where it names a source that is left out, so that line numbers stay. */
    private String kept(String line) {
        boolean named = Arrays.stream(line.strip().split("\\s+")).anyMatch(without::contains);
        return named ? "" : line;
    }

    /** Hours, calm and missing hours as the reference counted them, where its notes say so. */
    Optional<int[]> counts(Path kit) {
        try {
            Matcher matcher = COUNTS.matcher(Files.readString(folder(kit).resolve("NOTES.md")));
            return matcher.find()
                    ? Optional.of(new int[] {
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))
                    })
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
