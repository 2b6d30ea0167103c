package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.quantities.BilingualText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("lantian import air")
class ImportAirCommandTest {

    private static final String DONE =
            "{\"state\":\"done\",\"accepted\":3,\"revised\":1,\"unchanged\":0,\"rejected\":2,"
                    + "\"skipped\":4,\"flagged\":0,\"duplicates\":0}";

    @TempDir
    Path folder = Path.of("");

    @Test
    @DisplayName("refuses what is no file with exit code 2, before any server is started")
    void wrongFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "x");
        assertThat(Lantian.run(List.of("import", "air"))).isEqualTo(2);
        assertThat(Lantian.run(List.of("import", "air", folder.toString()))).isEqualTo(2);
        assertThat(Lantian.run(List.of("import", "air", folder.resolve("no.csv").toString())))
                .isEqualTo(2);
        assertThat(Lantian.run(List.of(
                        "import",
                        "air",
                        file.toString(),
                        "--mapping",
                        folder.resolve("no.csv").toString())))
                .isEqualTo(2);
        assertThat(Lantian.run(List.of("import", "air", file.toString(), "--no-such-option")))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("adds up the files, and its exit code tells the worst that happened")
    void summary() {
        ImportSummary summary = new ImportSummary();
        summary.add(Path.of("a.csv"), json(DONE));
        summary.add(Path.of("b.csv"), json(DONE));
        assertThat(summary.exitCode()).isZero();
        JsonNode all = json(summary.json(Path.of("rejected.csv")));
        assertThat(all.get("accepted").asInt()).isEqualTo(6);
        assertThat(all.get("skipped").asInt()).isEqualTo(8);
        assertThat(all.get("rejectedFile").asString()).isEqualTo("rejected.csv");
        assertThat(all.get("files")).hasSize(2);

        summary.add(Path.of("c.csv"), json("{\"state\":\"failed\",\"code\":\"import.truncated\",\"message\":\"m\"}"));
        assertThat(summary.exitCode()).isEqualTo(2);
        summary.add(Path.of("d.csv"), json("{\"state\":\"failed\",\"code\":\"import.no-space\",\"message\":\"m\"}"));
        assertThat(summary.exitCode()).isEqualTo(1);
        assertThat(json(summary.json(null)).get("rejectedFile").isNull()).isTrue();
    }

    @Test
    @DisplayName("says in one line what became of a file")
    void describes() {
        BilingualText line = ImportSummary.describe(Path.of("a.csv"), json(DONE));
        assertThat(line.en())
                .isEqualTo("a.csv: accepted 3, revised 1, unchanged 0, rejected 2, skipped 4, flagged 0, duplicates 0");
        assertThat(line.zh()).isEqualTo("a.csv：新增 3，修订 1，未变 0，拒绝 2，跳过 4，标记 0，重复 0");
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
