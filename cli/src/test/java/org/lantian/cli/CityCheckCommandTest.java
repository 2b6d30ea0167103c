package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.testing.GeneratedPack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("lantian city check")
class CityCheckCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeEach
    void writePack() {
        GeneratedPack.write(folder, new GeneratedPack.Plan(1, 2, 2, 0));
    }

    private Outcome check(String... options) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream newOut = new ByteArrayOutputStream();
        ByteArrayOutputStream newErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(newErr, true, StandardCharsets.UTF_8));
            int exitCode =
                    Lantian.run(Stream.concat(Stream.of("city", "check", folder.toString()), List.of(options).stream())
                            .toList());
            return new Outcome(
                    exitCode, newOut.toString(StandardCharsets.UTF_8), newErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private void spoil(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    @DisplayName("sums up a good pack and ends with 0")
    void good() {
        Outcome outcome = check("--lang", "en");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("990100 Test City")
                .contains("own stations: 5 (clean points: 1, not known: 0)")
                .contains("working days up to 2020");
    }

    @Test
    @DisplayName("explains every error with file and line, in the language asked for, and ends with 2")
    void broken() throws IOException {
        spoil("stations.csv", "990102,no", "990199,perhaps");
        spoil("targets.csv", "µg/m³", "mg/m³");

        Outcome english = check("--lang", "en");
        Outcome chinese = check("--lang", "zh");

        assertThat(english.exitCode()).isEqualTo(2);
        assertThat(english.out()).isEmpty();
        assertThat(english.err())
                .contains(
                        "error stations.csv, row 4, field clean_point: \"perhaps\", expected one of yes | no | unknown")
                .contains("error targets.csv, row 2, field unit: \"mg/m³\", expected µg/m³")
                .contains("errors, the pack cannot be used.");
        assertThat(chinese.exitCode()).isEqualTo(2);
        assertThat(chinese.err()).contains("错误 stations.csv，第 4 行，字段 clean_point：“perhaps”");
    }

    @Test
    @DisplayName("with --json says all in one object")
    void json() throws IOException {
        JsonNode good = JsonMapper.shared().readTree(check("--json").out());
        spoil("areas.csv", "county,990100", "province,990100");
        Outcome broken = check("--json", "--lang", "en");
        JsonNode bad = JsonMapper.shared().readTree(broken.out());

        assertThat(good.path("ok").asBoolean()).isTrue();
        assertThat(good.path("counts").path("stations").asInt()).isEqualTo(5);
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(bad.path("ok").asBoolean()).isFalse();
        JsonNode first = bad.path("errors").get(0);
        assertThat(first.path("file").asString()).isEqualTo("areas.csv");
        assertThat(first.path("line").asInt()).isEqualTo(2);
        assertThat(first.path("field").asString()).isEqualTo("kind");
        assertThat(first.path("value").asString()).isEqualTo("province");
        assertThat(first.path("expected").asString()).isEqualTo("one of county | functional");
    }

    @Test
    @DisplayName("warns without failing")
    void warns() throws IOException {
        Files.writeString(folder.resolve("peer.csv"), "city_code\n");

        Outcome outcome = check("--lang", "en");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("warning peer.csv, expected one of these files: areas.csv");
        assertThat(outcome.out()).contains("warnings: 1");
    }

    @Test
    @DisplayName("says so when there is no such folder, and ends with 2")
    void noFolder() {
        folder = folder.resolve("nowhere");

        Outcome outcome = check("--lang", "en");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("nowhere").contains("the folder of a city pack");
    }
}
