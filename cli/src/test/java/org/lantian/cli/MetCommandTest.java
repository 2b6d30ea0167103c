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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("lantian met")
class MetCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int exitCode, String out, String err) {}

    private static Outcome run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream newOut = new ByteArrayOutputStream();
        ByteArrayOutputStream newErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(newErr, true, StandardCharsets.UTF_8));
            int exitCode = Lantian.run(
                    Stream.concat(Stream.of("met"), Stream.of(arguments)).toList());
            return new Outcome(
                    exitCode, newOut.toString(StandardCharsets.UTF_8), newErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Outcome make(Path table, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "make",
                table.toString(),
                "-o",
                prefix(),
                "--lat",
                "35.49",
                "--lon",
                "112.85",
                "--elevation",
                "744",
                "--lang",
                "en"));
        if (!List.of(more).contains("--ground")) {
            arguments.addAll(List.of("--z0", "0.5", "--albedo", "0.2", "--bowen", "1"));
        }
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String prefix() {
        return folder.resolve("met/jincheng").toString();
    }

    /** Three spring days through a leap day, with the columns asked for. */
    private Path table(boolean cloud) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("time,ws_ms,wd_deg,temp_c" + (cloud ? ",cloud_tenths" : "") + ",pressure_hpa,rh_pct,remark");
        LocalDateTime first = LocalDateTime.of(2024, 2, 28, 1, 0);
        for (int i = 0; i < 72; i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%.1f,%d,%.1f%s,930,60,x",
                    first.plusHours(i),
                    1 + (i * 7) % 30 / 10.0,
                    (i * 53) % 360,
                    8 - 5 * Math.cos(Math.toRadians(15 * (i - 4))),
                    cloud ? "," + (i * 3) % 11 : ""));
        }
        Path table = folder.resolve("surface.csv");
        Files.write(table, lines);
        return table;
    }

    private List<String> lines(String ending) throws IOException {
        return Files.readAllLines(Path.of(prefix() + ending));
    }

    @Test
    @DisplayName("makes files that met check finds nothing wrong with")
    void makes() throws IOException {
        Outcome made = make(table(true), "--station-id", "53976");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.err()).contains("remark");
        assertThat(made.out()).contains("72 hours", "no morning sounding", "--base-elevation (PROFBASE) 744");
        assertThat(lines(".sfc")).hasSize(73);
        assertThat(lines(".sfc").getFirst())
                .contains("35.490N", "112.850E", "53976")
                .doesNotContain("CCVR_Sub");
        assertThat(lines(".pfl")).hasSize(72);
        assertThat(lines(".hours.csv")).hasSize(73);
        Outcome checked = run("check", prefix(), "--utc-offset", "8", "--lang", "en");
        assertThat(checked.exitCode()).as(checked.out()).isZero();
        assertThat(checked.out()).contains("implausible: 0");
    }

    @Test
    @DisplayName("says which substitute stands for cloud, marks each hour, and leaves them missing when asked to")
    void substitutesCloud() throws IOException {
        Path table = table(false);
        Outcome made = make(table);
        assertThat(made.out()).contains("cloud assumed at the set value, 72 hours");
        assertThat(lines(".sfc").getFirst()).contains("CCVR_Sub");
        assertThat(lines(".sfc").subList(1, 73)).allMatch(line -> line.endsWith("Sub_CC"));
        assertThat(lines(".hours.csv").subList(1, 73)).allMatch(line -> line.contains("cloud-assumed"));
        Outcome missing = make(table, "--cloud-substitute", "missing");
        assertThat(missing.exitCode()).isZero();
        assertThat(missing.out()).contains("missing 72");
    }

    @Test
    @DisplayName("leaves gaps over two hours missing and marks shorter ones")
    void gaps() throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(table(true)));
        rows.subList(30, 33).clear();
        rows.subList(40, 42).clear();
        Files.write(folder.resolve("surface.csv"), rows);
        assertThat(make(folder.resolve("surface.csv")).exitCode()).isZero();
        List<String> hours = lines(".hours.csv");
        assertThat(hours).hasSize(73);
        assertThat(hours.stream().filter(line -> line.contains(",missing,"))).hasSize(3);
        assertThat(hours.stream().filter(line -> line.contains("wind-interpolated")))
                .hasSize(2)
                .allMatch(line -> line.contains("Sub_CT") && line.contains("temperature-interpolated"));
    }

    @Test
    @DisplayName("names row, field and value of bad cells and writes nothing, unless told to be lenient")
    void badCells() throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(table(true)));
        rows.set(5, rows.get(5).replaceFirst(",930,", ",93000,"));
        Path bad = folder.resolve("bad.csv");
        Files.write(bad, rows);
        Outcome refused = make(bad);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("bad.csv, row 6, field pressure_hpa: \"93000\"", "--lenient");
        assertThat(Path.of(prefix() + ".sfc")).doesNotExist();
        Outcome lenient = make(bad, "--lenient");
        assertThat(lenient.exitCode()).isZero();
        assertThat(lines(".hours.csv").get(5)).contains("pressure-interpolated");
    }

    @Test
    @DisplayName("takes the ground by sector and month from a table")
    void ground() throws IOException {
        Path ground = folder.resolve("ground.csv");
        Files.writeString(
                ground,
                "months,sector_from_deg,sector_to_deg,z0_m,albedo,bowen\nall,0,180,0.05,0.18,0.7\nall,180,360,0.9,0.2,1.5\n");
        assertThat(make(table(true), "--ground", ground.toString()).exitCode()).isZero();
        assertThat(lines(".sfc").stream().filter(line -> line.contains(" 0.0500 ")))
                .isNotEmpty();
        assertThat(lines(".sfc").stream().filter(line -> line.contains(" 0.9000 ")))
                .isNotEmpty();
    }

    @Test
    @DisplayName("moves hours labelled by their start, and speaks JSON")
    void labels() throws IOException {
        Outcome made = make(table(true), "--label", "start", "--json");
        assertThat(made.exitCode()).isZero();
        JsonNode object = JsonMapper.shared().readTree(made.out());
        assertThat(object.get("hours").asInt()).isEqualTo(96);
        assertThat(object.get("substitutions").has("sounding-assumed")).isTrue();
        assertThat(object.get("profileBaseMetres").asDouble()).isEqualTo(744);
        assertThat(lines(".hours.csv").get(1)).startsWith("2024-02-28T01:00,missing");
        assertThat(lines(".hours.csv").get(2)).startsWith("2024-02-28T02:00,stable");
    }

    @Test
    @DisplayName("says in one sentence what an option lacks")
    void options() throws IOException {
        Path table = table(true);
        Outcome noGround = run(
                "make",
                table.toString(),
                "-o",
                prefix(),
                "--lat",
                "35",
                "--lon",
                "112",
                "--elevation",
                "700",
                "--lang",
                "en");
        assertThat(noGround.exitCode()).isEqualTo(2);
        assertThat(noGround.err()).contains("--ground", "--z0");
        assertThat(make(table, "--utc-offset", "eight").exitCode()).isEqualTo(2);
        assertThat(make(table, "--wind-height", "3").err()).contains("--wind-height", "7 times");
        assertThat(make(table, "--cloud-substitute", "11").err()).contains("0–10");
        assertThat(make(table, "--sounding-gradient", "5").err()).contains("--sounding-gradient");
        assertThat(run("make", table.toString(), "-o", prefix()).err()).contains("--lat");
    }

    @Test
    @DisplayName("uses the soundings given, and ends with 1 where it cannot write")
    void soundingsAndFailure() throws IOException {
        Path sounding = folder.resolve("sounding.csv");
        Files.writeString(sounding, "date,height_m,temp_c\n2024-02-29,0,-2\n2024-02-29,500,3\n2024-02-29,3000,-12\n");
        Outcome made = make(table(true), "--sounding", sounding.toString());
        assertThat(made.exitCode()).isZero();
        List<String> hours = lines(".hours.csv");
        assertThat(hours.stream().filter(line -> line.startsWith("2024-02-29T13")))
                .singleElement()
                .satisfies(line -> assertThat(line).doesNotContain("sounding-assumed"));
        assertThat(hours.stream().filter(line -> line.startsWith("2024-02-28T13")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("sounding-assumed"));

        Outcome unwritable = run(
                "make",
                table(true).toString(),
                "-o",
                sounding.resolve("x").toString(),
                "--lat",
                "35",
                "--lon",
                "112",
                "--elevation",
                "744",
                "--z0",
                "0.1",
                "--albedo",
                "0.2",
                "--bowen",
                "1",
                "--lang",
                "en");
        assertThat(unwritable.exitCode()).isEqualTo(1);
        assertThat(unwritable.err()).contains("Cannot write");
    }

    @Test
    @DisplayName("explains an implausible hour by row, field, value, expectation and reason, and ends with 2")
    void explains() throws IOException {
        make(table(true));
        List<String> rows = new ArrayList<>(lines(".sfc"));
        String noon = rows.get(12);
        rows.set(12, noon.substring(0, 15) + "  800.0" + noon.substring(22));
        Files.write(Path.of(prefix() + ".sfc"), rows);
        Outcome checked = run("check", prefix(), "--lang", "en");
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.out())
                .contains("jincheng.sfc, row 13 (2024-02-28T12:00), field L:", "expected about", "ρ c_p T u*³");
        Outcome json = run("check", prefix() + ".sfc", "--json", "--lang", "zh");
        assertThat(JsonMapper.shared()
                        .readTree(json.out())
                        .get("findings")
                        .get(0)
                        .get("row")
                        .asInt())
                .isEqualTo(13);
    }

    @Test
    @DisplayName("finds a file whose hours are in UTC instead of local standard time")
    void findsWrongTime() throws IOException {
        make(table(true));
        Outcome checked = run("check", prefix(), "--utc-offset", "0", "--lang", "en");
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.out()).contains("below the horizon");
    }

    @Test
    @DisplayName("names file and line of a broken weather file")
    void brokenFiles() throws IOException {
        make(table(true));
        List<String> rows = new ArrayList<>(lines(".sfc"));
        rows.set(20, rows.get(20).substring(0, 60));
        Files.write(Path.of(prefix() + ".sfc"), rows);
        Outcome checked = run("check", prefix(), "--lang", "en");
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err()).contains("jincheng.sfc, row 21");
        assertThat(run("check", folder.resolve("none").toString()).exitCode()).isEqualTo(2);
    }

    @Test
    @NeedsKit
    @DisplayName("finds nothing wrong with the reference's own files")
    void passesTheReference() {
        for (String file : List.of("DEN_2016 -7", "LOVETT -5", "HOUSTON_ADJU -6", "ANCH-99_ADJU -9", "AERMET2 -5")) {
            String[] parts = file.split(" ", -1);
            Outcome checked = run(
                    "check",
                    ReferenceKit.path("oracles/aermod/met").resolve(parts[0]).toString(),
                    "--utc-offset",
                    parts[1]);
            assertThat(checked.exitCode()).as(file + checked.out()).isZero();
        }
    }
}
