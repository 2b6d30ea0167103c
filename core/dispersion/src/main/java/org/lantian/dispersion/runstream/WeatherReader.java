package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourStamp;

/** Reads the weather part (ME). */
final class WeatherReader {

    private final Path folder;
    private final PrintOnly printOnly;
    private final Set<String> seen = new LinkedHashSet<>();
    private final DayRanges ranges = new DayRanges();
    private @Nullable Path surface;
    private @Nullable Path profile;
    private double baseElevation;
    private @Nullable HourStamp first;
    private @Nullable HourStamp last;

    WeatherReader(Path folder, PrintOnly printOnly) {
        this.folder = folder;
        this.printOnly = printOnly;
    }

    void read(Statement s) {
        if (!seen.add(s.keyword()) && !s.keyword().equals("DAYRANGE")) {
            throw s.fault("runstream.repeated", String.join(" ", s.arguments()), "只出现一次", "to stand once only");
        }
        switch (s.keyword()) {
            case "SURFFILE" -> surface = file(s);
            case "PROFFILE" -> profile = file(s);
            case "PROFBASE" -> {
                s.expectSize(1, 2, "elevation [METERS or FEET]");
                String unit = s.has(1) ? s.choice(1, "unit", List.of("METERS", "FEET")) : "METERS";
                baseElevation = s.number(0, "elevation", -500, 30_000) * (unit.equals("FEET") ? 0.3048 : 1);
            }
            case "STARTEND" -> startEnd(s);
            case "DAYRANGE" -> ranges.add(s);
            case "SURFDATA", "UAIRDATA", "SITEDATA" -> {
                s.expectSize(2, 5, "station year [name x y]");
                printOnly.add(s);
            }
            default -> throw s.unsupported();
        }
    }

    private Path file(Statement s) {
        s.expectSize(1, 1, "file");
        return folder.resolve(s.text(0, "file").replace('\\', '/'));
    }

    private void startEnd(Statement s) {
        boolean hours = s.size() == 8;
        if (!hours) {
            s.expectSize(6, 6, "year month day [hour] year month day [hour]");
        }
        first = stamp(s, 0, hours ? s.integer(3, "hour", 1, 24) : 1);
        last = stamp(s, hours ? 4 : 3, hours ? s.integer(7, "hour", 1, 24) : 24);
        if (last.compareTo(first) < 0) {
            throw s.fault("runstream.argument", String.join(" ", s.arguments()), "终止不早于起始", "the end after the start");
        }
    }

    private static HourStamp stamp(Statement s, int from, int hour) {
        int year = FortranText.year(s.integer(from, "year", 0, 2199));
        int month = s.integer(from + 1, "month", 1, 12);
        int day = s.integer(from + 2, "day", 1, 31);
        try {
            return HourStamp.of(LocalDate.of(year, month, day), hour);
        } catch (DateTimeException e) {
            throw s.fault("runstream.argument", year + " " + month + " " + day, "存在的日期", "a date that exists");
        }
    }

    /**
     * What the part says.
     *
     * @param first first hour of the run, null for the file's
     * @param last last hour of the run, null for the file's
     */
    record Weather(
            Path surface,
            Path profile,
            double baseElevation,
            @Nullable HourStamp first,
            @Nullable HourStamp last,
            DayRanges ranges) {}

    Weather finish(Missing missing) {
        for (String keyword : List.of("SURFFILE", "PROFFILE", "SURFDATA", "UAIRDATA", "PROFBASE")) {
            if (!seen.contains(keyword)) {
                throw missing.keyword(Pathway.ME, keyword);
            }
        }
        Path surfaceFile = surface;
        Path profileFile = profile;
        if (surfaceFile == null || profileFile == null) {
            throw missing.keyword(Pathway.ME, "SURFFILE");
        }
        return new Weather(surfaceFile, profileFile, baseElevation, first, last, ranges);
    }
}
