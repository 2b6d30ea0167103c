package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("lantian disperse")
class DisperseCommandTest {

    private static final String RUN = """
            CO STARTING
               TITLEONE  two sources
               MODELOPT  CONC FLAT
               AVERTIME  1 24 PERIOD
               POLLUTID  OTHER
               RUNORNOT  RUN
            CO FINISHED
            SO STARTING
               LOCATION  S1 POINT 0 0
               SRCPARAM  S1 10 30 400 10 1
               LOCATION  S2 VOLUME 100 0
               SRCPARAM  S2 1 5 4 2
               SRCGROUP  ALL
            SO FINISHED
            RE STARTING
               GRIDCART NET STA
               GRIDCART NET XYINC -1000 5 500 -1000 5 500
               GRIDCART NET END
            RE FINISHED
            ME STARTING
               SURFFILE  met.sfc
               PROFFILE  met.pfl
               SURFDATA  1 2023
               UAIRDATA  1 2023
               PROFBASE  100
            ME FINISHED
            OU STARTING
               RECTABLE  ALLAVE FIRST
               PLOTFILE  1 ALL FIRST plots/all_1.plt
               PLOTFILE  PERIOD ALL plots/all_period.plt
               POSTFILE  24 ALL PLOT plots/all_24.pst
            OU FINISHED
            """;

    private static final int HOURS = 72;

    @TempDir
    private Path folder;

    /** Exit code and what was printed. */
    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void weather() throws IOException {
        weather(HOURS);
    }

    private void weather(int hours) throws IOException {
        List<String> surface = new ArrayList<>(List.of(" 35.5N 112.9E UA_ID: 1 SF_ID: 1 OS_ID: VERSION: 24142"));
        List<String> profile = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            LocalDateTime t = LocalDateTime.of(2023, 1, 1, 0, 0).plusHours(i);
            boolean day = t.getHour() >= 8 && t.getHour() < 17;
            double speed = i % 24 == 3 ? 0 : 3;
            surface.add(String.format(
                    Locale.ROOT,
                    "%d %d %d %d %d %s 0.3 %s 400. %s 0.1 1.0 0.2 %.2f %d. 10. 285. 2. 0 0. 60. 1000. 5 ADJ NoSubs",
                    t.getYear() % 100,
                    t.getMonthValue(),
                    t.getDayOfMonth(),
                    t.getDayOfYear(),
                    t.getHour() + 1,
                    day ? "80." : "-20.",
                    day ? "1.2 0.008 900." : "-9. -9. -999.",
                    day ? "-30." : "80.",
                    speed,
                    1 + i * 37 % 360));
            profile.add(String.format(
                    Locale.ROOT,
                    "%d %d %d %d 10. 1 %d. %.2f 11.85 99. 99.",
                    t.getYear() % 100,
                    t.getMonthValue(),
                    t.getDayOfMonth(),
                    t.getHour() + 1,
                    speed == 0 ? 0 : 1 + i * 37 % 360,
                    speed));
        }
        Files.write(folder.resolve("met.sfc"), surface);
        Files.write(folder.resolve("met.pfl"), profile);
    }

    private Path runstream(String text) throws IOException {
        return Files.writeString(folder.resolve("run.inp"), text);
    }

    private static Outcome run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            List<String> all = new ArrayList<>(List.of("disperse"));
            all.addAll(List.of(arguments));
            int exit = Lantian.run(all);
            return new Outcome(
                    exit, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static List<String> filesBelow(Path top) throws IOException {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> top.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("writes the files of the runstream, each also as table, GeoJSON and map, and the summary")
    void writesAll() throws IOException {
        Path out = folder.resolve("out");
        Outcome outcome =
                run(runstream(RUN).toString(), "-o", out.toString(), "--origin", "112.85,35.49", "--lang", "en");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(filesBelow(out))
                .containsExactly(
                        "plots/all_1.plt",
                        "plots/all_1.plt.csv",
                        "plots/all_1.plt.geojson",
                        "plots/all_1.plt.png",
                        "plots/all_24.pst",
                        "plots/all_24.pst.csv",
                        "plots/all_period.plt",
                        "plots/all_period.plt.csv",
                        "plots/all_period.plt.geojson",
                        "plots/all_period.plt.png",
                        "run.summary.txt");
        assertThat(outcome.out())
                .contains("Hours Processed: 72", "Calm Hours Identified: 3", "Missing Hours Identified: 0 (0.00 %)")
                .contains("ME SURFDATA, ME UAIRDATA, OU RECTABLE")
                .isEqualTo(Files.readString(out.resolve("run.summary.txt")));
        assertThat(Files.readAllLines(out.resolve("plots/all_24.pst")))
                .filteredOn(line -> !line.startsWith("*"))
                .hasSize(3 * 25);
        assertThat(Files.readAllLines(out.resolve("plots/all_24.pst.csv")).get(25))
                .startsWith("2023-01-02T00:00,25,");
        assertThat(ImageIO.read(out.resolve("plots/all_1.plt.png").toFile()).getWidth())
                .isGreaterThan(500);
    }

    @Test
    @DisplayName("places receptors by --origin or by --crs")
    void geoJson() throws IOException {
        Path out = folder.resolve("out");
        run(runstream(RUN).toString(), "-o", out.toString(), "--origin", "112.85,35.49", "--formats", "geojson");
        JsonNode centre = feature(out.resolve("plots/all_period.plt.geojson"), 12);
        assertThat(centre.get(0).asDouble()).isCloseTo(112.85, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(centre.get(1).asDouble()).isCloseTo(35.49, org.assertj.core.data.Offset.offset(1e-6));

        // CGCS2000, three-degree zone of 114° E: x 500 km lies on the central meridian
        String projected = RUN.replace("XYINC -1000 5 500 -1000 5 500", "XYINC 499000 5 500 3928000 5 500")
                .replace("POINT 0 0", "POINT 500000 3929000")
                .replace("VOLUME 100 0", "VOLUME 500100 3929000");
        Outcome outcome = run(
                runstream(projected).toString(), "-o", out.toString(), "--crs", "EPSG:4547", "--formats", "geojson");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        JsonNode onMeridian = feature(out.resolve("plots/all_period.plt.geojson"), 12);
        assertThat(onMeridian.get(0).asDouble()).isCloseTo(114.0, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(onMeridian.get(1).asDouble()).isBetween(35.4, 35.6);
    }

    private static JsonNode feature(Path file, int index) throws IOException {
        JsonNode tree = JsonMapper.shared().readTree(Files.readString(file));
        return tree.get("features").get(index).get("geometry").get("coordinates");
    }

    @Test
    @DisplayName("gives one JSON object with --json")
    void json() throws IOException {
        Outcome outcome = run(runstream(RUN).toString(), "--json", "--formats", "text");
        JsonNode tree = JsonMapper.shared().readTree(outcome.out());
        assertThat(tree.get("hours").asInt()).isEqualTo(72);
        assertThat(tree.get("calm").asInt()).isEqualTo(3);
        assertThat(tree.get("files")).hasSize(4);
    }

    @Test
    @DisplayName("gives the same from tables as from a runstream, in one table")
    void tables() throws IOException {
        Path sources = Files.writeString(folder.resolve("s.csv"), """
                id,type,x_m,y_m,height_m,emission_g_s,temperature_k,velocity_m_s,diameter_m,sigma_y0_m,sigma_z0_m
                S1,point,0,0,30,10,400,10,1,,
                S2,volume,100,0,5,1,,,,4,2
                """);
        StringBuilder receptors = new StringBuilder("\uFEFFid,x_m,y_m\n");
        for (int i = 0; i < 25; i++) {
            receptors.append("R%d,%d,%d\n".formatted(i, -1000 + i % 5 * 500, -1000 + i / 5 * 500));
        }
        Path receptorFile = Files.writeString(folder.resolve("r.csv"), receptors);
        Path out = folder.resolve("t");
        Outcome outcome = run(
                "--sources",
                sources.toString(),
                "--receptors",
                receptorFile.toString(),
                "--met",
                folder.resolve("met").toString(),
                "--base-elevation",
                "100",
                "--hourly",
                "-o",
                out.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(filesBelow(out))
                .containsExactly(
                        "ALL_1-HR.png",
                        "ALL_24-HR.png",
                        "ALL_PERIOD.png",
                        "concentrations.csv",
                        "hourly.csv",
                        "summary.txt");
        List<String> table = Files.readAllLines(out.resolve("concentrations.csv"));
        assertThat(table).hasSize(1 + 3 * 25);

        Path other = folder.resolve("o");
        run(runstream(RUN).toString(), "-o", other.toString());
        List<String> fromRunstream = Files.readAllLines(other.resolve("plots/all_1.plt.csv"));
        assertThat(cells(table.get(1), 10, 11)).isEqualTo(cells(fromRunstream.get(1), 10, 11));
    }

    private static List<String> cells(String row, int... indices) {
        String[] cells = row.split(",", -1);
        return java.util.Arrays.stream(indices).mapToObj(i -> cells[i]).toList();
    }

    @Test
    @DisplayName("names file, row, column and value of a table's fault")
    void tableFault() throws IOException {
        Path sources = Files.writeString(
                folder.resolve("s.csv"), "id,type,x_m,y_m,height_m,emission_g_s\nS1,stack,0,0,30,10\n");
        Path receptors = Files.writeString(folder.resolve("r.csv"), "id,x_m,y_m\nR,1,1\n");
        Outcome outcome = run(
                "--sources", sources.toString(),
                "--receptors", receptors.toString(),
                "--met", folder.resolve("met").toString(),
                "--lang", "zh");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("s.csv", "第 2 行", "type", "stack");
    }

    @Test
    @DisplayName("refuses an unsupported keyword with file, line and keyword, exit code 2, and writes nothing")
    void unsupported() throws IOException {
        Path out = folder.resolve("out");
        Path file = runstream(RUN.replace("   SRCGROUP", "   BUILDHGT  S1 36*20.\n   SRCGROUP"));
        Outcome outcome = run(file.toString(), "-o", out.toString(), "--lang", "en");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(file.toString(), "row 13", "BUILDHGT");
        assertThat(out).doesNotExist();
    }

    @Test
    @DisplayName("leaves no file when the weather breaks off on the way")
    void brokenWeather() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("met.sfc"));
        lines.set(60, lines.get(60).substring(0, 20));
        Files.write(folder.resolve("met.sfc"), lines);
        Path out = folder.resolve("out");
        Outcome outcome = run(runstream(RUN).toString(), "-o", out.toString());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("met.sfc", "61");
        assertThat(out).doesNotExist();
    }

    @Test
    @DisplayName("fails with exit code 1 and leaves no file when the disk is full")
    void diskFull() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "a device that is always full");
        Path out = Files.createDirectories(folder.resolve("out/plots"));
        Files.createSymbolicLink(out.resolve("all_24.pst.part"), Path.of("/dev/full"));
        Outcome outcome =
                run(runstream(RUN).toString(), "-o", folder.resolve("out").toString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("No space left");
        assertThat(filesBelow(folder.resolve("out"))).isEmpty();
    }

    @Test
    @DisplayName("ends tidily when the process is told to: no file is left")
    void interrupted() throws IOException, InterruptedException {
        weather(60 * 24);
        Path out = folder.resolve("out");
        String manyReceptors = RUN.replace("XYINC -1000 5 500 -1000 5 500", "XYINC -9900 100 200 -9900 100 200")
                .replace("POSTFILE  24", "POSTFILE  1");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.lantian.cli.Lantian",
                        "disperse",
                        runstream(manyReceptors).toString(),
                        "-o",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            Path part = out.resolve("plots/all_24.pst.part");
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!(Files.exists(part) && Files.size(part) > 0) && process.isAlive() && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(out).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("only checks the input when the runstream says NOT")
    void onlyChecks() throws IOException {
        Path out = folder.resolve("out");
        Outcome outcome =
                run(runstream(RUN.replace("RUNORNOT  RUN", "RUNORNOT  NOT")).toString(), "-o", out.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(out).doesNotExist();
    }

    @Test
    @DisplayName("says what is missing or wrong among its options, exit code 2")
    void wrongUse() throws IOException {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run(folder.resolve("none.inp").toString()).exit()).isEqualTo(2);
        String file = runstream(RUN).toString();
        assertThat(run(file, "--origin", "35").exit()).isEqualTo(2);
        assertThat(run(file, "--crs", "EPSG:4326").exit()).isEqualTo(2);
        assertThat(run(file, "--crs", "EPSG:0").exit()).isEqualTo(2);
        assertThat(run(file, "--crs", "EPSG:4547", "--origin", "112,35").exit()).isEqualTo(2);
        assertThat(run("validate", "--case", "no-such").exit()).isEqualTo(2);
    }
}
