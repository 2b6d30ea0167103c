package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.audit.Anchor;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.SealKey;
import org.lantian.testing.ReferenceKit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("lantian audit verify --export")
class AuditVerifyCommandTest {

    private static final String KEY = "0123456789abcdef".repeat(4);

    private final JsonMapper mapper = new JsonMapper();

    @TempDir
    Path folder = Path.of("");

    private record Result(int exitCode, String out) {}

    private Result run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            List<String> all = new ArrayList<>(List.of("audit", "verify", "--lang", "en"));
            all.addAll(Arrays.asList(arguments));
            return new Result(Lantian.run(all), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private List<ChainedEvent> chain(SealKey key, String name) {
        List<ChainedEvent> events = new ArrayList<>();
        String previous = ChainedEvent.NO_HASH;
        for (int i = 1; i <= 9; i++) {
            ChainedEvent event = new ChainedEvent(
                            i,
                            1,
                            "2026-11-25T01:02:0" + i + ".000000Z",
                            "PERSON",
                            7,
                            name,
                            "10.0.0.1",
                            "",
                            "account.changed",
                            "account",
                            "17",
                            "李四",
                            null,
                            "{\"n\":" + i + "}",
                            "",
                            "",
                            null,
                            null,
                            null)
                    .chainedTo(previous, key);
            events.add(event);
            previous = Objects.requireNonNull(event.hash());
        }
        return events;
    }

    private Path export(List<ChainedEvent> events) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ChainedEvent event : events) {
            Map<String, @Nullable Object> columns = new LinkedHashMap<>();
            columns.put("format", event.format());
            columns.put("previous_hash", event.previousHash());
            columns.put("sequence", event.sequence());
            columns.put("happened", event.happened());
            columns.put("actor_kind", event.actorKind());
            columns.put("actor_id", event.actorId());
            columns.put("actor", event.actor());
            columns.put("address", event.address());
            columns.put("request", event.request());
            columns.put("action", event.action());
            columns.put("entity_type", event.entityType());
            columns.put("entity_id", event.entityId());
            columns.put("subject", event.subject());
            columns.put("before", event.before());
            columns.put("after", event.after());
            columns.put("reason", event.reason());
            columns.put("personal", event.personal());
            columns.put("hash", event.hash());
            columns.put("seal", event.seal());
            lines.append(mapper.writeValueAsString(columns)).append('\n');
        }
        return Files.writeString(folder.resolve("export.jsonl"), lines);
    }

    @Test
    @DisplayName("says with its exit code whether the chain is sound (0), broken (1) or no chain (2)")
    void exitCodes() throws IOException {
        List<ChainedEvent> events = chain(SealKey.of(KEY), "张三");
        ChainedEvent last = events.getLast();
        Path anchor = Files.writeString(
                folder.resolve("anchor.txt"),
                Anchor.of(
                                String.valueOf(events.getFirst().hash()),
                                9,
                                String.valueOf(last.hash()),
                                last.happened(),
                                9,
                                last.happened(),
                                SealKey.of(KEY))
                        .text());
        Path key = Files.writeString(folder.resolve("audit.key"), KEY + "\n");
        String file = export(events).toString();
        Result sound = run("--export", file, "--anchor", anchor.toString(), "--key-file", key.toString(), "--json");
        assertThat(sound.exitCode()).isZero();
        JsonNode facts = mapper.readTree(sound.out());
        assertThat(facts.get("ok").asBoolean()).isTrue();
        assertThat(facts.get("events").asLong()).isEqualTo(9);
        assertThat(facts.at("/anchors/0/state").asString()).isEqualTo("MATCHES");

        export(events.subList(0, 7));
        assertThat(run("--export", file).exitCode())
                .as("nothing says that there was more")
                .isZero();
        Result cut = run("--export", file, "--anchor", anchor.toString());
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.out()).contains("TRUNCATED #8");

        export(chain(SealKey.of(KEY), "王五"));
        assertThat(run("--export", file, "--anchor", anchor.toString()).out()).contains("RECOMPUTED");

        Files.writeString(
                folder.resolve("export.jsonl"), Files.readString(export(events)).replaceFirst("李四", "李五"));
        assertThat(run("--export", file).out()).contains("CHANGED #1").contains("BROKEN");

        assertThat(run("--export", file, "--anchor", key.toString()).exitCode()).isEqualTo(2);
        assertThat(run("--export", folder.resolve("none").toString()).exitCode())
                .isEqualTo(2);
        assertThat(run("--export", anchor.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    @DisplayName("agrees with the Python lines of the guide")
    void python() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Stream.of("/usr/bin/python3", "/usr/local/bin/python3").anyMatch(p -> Files.isExecutable(Path.of(p))),
                "needs python3");
        String guide = Files.readString(ReferenceKit.checkout().orElseThrow().resolve("docs/guide/en/audit-chain.md"));
        int begin = guide.indexOf("```python") + "```python".length();
        Path script =
                Files.writeString(folder.resolve("verify.py"), guide.substring(begin, guide.indexOf("```", begin)));
        Path key = Files.writeString(folder.resolve("audit.key"), KEY + "\n");
        Path file = export(chain(SealKey.of(KEY), "张三"));
        assertThat(python(script, file, key)).startsWith("sound: 9 events");
        Files.writeString(file, Files.readString(file).replaceFirst("李四", "李五"));
        assertThat(python(script, file, key)).startsWith("broken at event 1");
    }

    private static String python(Path script, Path file, Path key) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", script.toString(), file.toString(), key.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return out;
    }
}
