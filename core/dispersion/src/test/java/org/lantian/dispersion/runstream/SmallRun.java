package org.lantian.dispersion.runstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small run with made-up weather, written into a folder for a test. */
final class SmallRun {

    static final String RUNSTREAM = """
            CO STARTING
               TITLEONE  small
               MODELOPT  CONC FLAT
               AVERTIME  1 3 24 PERIOD
               POLLUTID  OTHER
               RUNORNOT  RUN
            CO FINISHED
            SO STARTING
               LOCATION  S1 POINT 0.0 0.0 0.0
               SRCPARAM  S1 10.0 30.0 400.0 10.0 1.0
               LOCATION  S2 VOLUME 100.0 0.0 0.0
               SRCPARAM  S2 1.0 5.0 4.0 2.0
               SRCGROUP  ALL
               SRCGROUP  ONE S1
            SO FINISHED
            RE STARTING
               GRIDPOLR POL STA
               GRIDPOLR POL ORIG 0 0
               GRIDPOLR POL DIST 500 1000
               GRIDPOLR POL GDIR 8 45 45
               GRIDPOLR POL END
               DISCCART 0 0
            RE FINISHED
            ME STARTING
               SURFFILE  small.sfc
               PROFFILE  small.pfl
               SURFDATA  1 2023
               UAIRDATA  1 2023
               PROFBASE  100.0 METERS
            ME FINISHED
            OU STARTING
               FILEFORM  EXP
               RECTABLE  ALLAVE FIRST
               PLOTFILE  1 ALL FIRST out/all_1.plt
               PLOTFILE  PERIOD ONE out/one_period.plt
               POSTFILE  24 ALL PLOT out/all_24.pst
            OU FINISHED
            """;

    static final String HEADER = "   35.500N  112.850E          UA_ID:        1  SF_ID:        1     OS_ID:        "
            + "        VERSION: 24142    CCVR_Sub TEMP_Sub";

    private SmallRun() {}

    /** Reads the run with one text of it replaced by another. */
    static Run reading(Path folder, String old, String replacement) {
        if (!RUNSTREAM.contains(old)) {
            throw new IllegalArgumentException("not in the runstream: " + old);
        }
        return reading(folder, RUNSTREAM.replace(old, replacement));
    }

    static Run reading(Path folder, String text) {
        return RunstreamReader.read("run.inp", List.of(text.split("\r\n|\n|\r", -1)), folder);
    }

    /** Lines of a surface file; hours that end after the first one, each an hour after the one before. */
    static List<String> surface(LocalDateTime firstHourBegins, int hours) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < hours; i++) {
            LocalDateTime begin = firstHourBegins.plusHours(i);
            boolean day = begin.getHour() >= 8 && begin.getHour() < 17;
            lines.add(String.format(
                    Locale.ROOT,
                    "%02d %2d %2d %3d %2d %6.1f %6.3f %6.3f %6.3f %5.0f %5.0f %8.1f  0.1000   1.00   0.20 %7.2f %6.1f"
                            + "   10.0  285.0    2.0     0   0.00    60.  1000.     5 ADJ-SFC NoSubs",
                    begin.getYear() % 100,
                    begin.getMonthValue(),
                    begin.getDayOfMonth(),
                    begin.getDayOfYear(),
                    begin.getHour() + 1,
                    day ? 80.0 : -20.0,
                    0.3,
                    day ? 1.2 : -9.0,
                    day ? 0.008 : -9.0,
                    day ? 900.0 : -999.0,
                    400.0,
                    day ? -30.0 : 80.0,
                    3.0,
                    1.0 + i * 37 % 360));
        }
        return lines;
    }

    static List<String> profile(LocalDateTime firstHourBegins, int hours) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            LocalDateTime begin = firstHourBegins.plusHours(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "%02d %2d %2d %2d    10.0 1 %7.1f %8.2f    11.85    99.00    99.00",
                    begin.getYear() % 100,
                    begin.getMonthValue(),
                    begin.getDayOfMonth(),
                    begin.getHour() + 1,
                    1.0 + i * 37 % 360,
                    3.0));
        }
        return lines;
    }

    /** Writes weather files of some hours from the first of January 2023. */
    static void writeWeather(Path folder, int hours) throws IOException {
        LocalDateTime begin = LocalDateTime.of(2023, 1, 1, 0, 0);
        Files.write(folder.resolve("small.sfc"), surface(begin, hours));
        Files.write(folder.resolve("small.pfl"), profile(begin, hours));
    }
}
