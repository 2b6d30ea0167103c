package org.lantian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of the files of one call. */
final class ImportSummary {
    private static final List<String> COUNTS =
            List.of("accepted", "revised", "unchanged", "rejected", "skipped", "flagged", "duplicates");

    private final Map<String, Long> sums = new LinkedHashMap<>();
    private final List<Map<String, Object>> parts = new ArrayList<>();
    private int exitCode;

    void add(Path file, JsonNode ended) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("file", file.toString());
        part.put("state", ended.path("state").asString());
        for (String name : COUNTS) {
            long count = ended.path(name).asLong();
            sums.merge(name, count, Long::sum);
            part.put(name, count);
        }
        if (!isDone(ended)) {
            part.put("code", ended.path("code").asString(""));
            part.put("message", ended.path("message").asString(""));
            int code = isFault(ended) ? Lantian.FAILED : Lantian.WRONG_USE;
            exitCode = exitCode == Lantian.FAILED ? exitCode : code;
        }
        parts.add(part);
    }

    /** 0 when every file was done, 2 when one was not acceptable, 1 when something else went wrong. */
    int exitCode() {
        return exitCode;
    }

    String json(@Nullable Path rejectedFile) {
        Map<String, Object> all = new LinkedHashMap<>(sums);
        all.put("rejectedFile", rejectedFile == null ? null : rejectedFile.toString());
        all.put("files", parts);
        return new JsonMapper().writeValueAsString(all);
    }

    BilingualText total() {
        return new BilingualText("合计：" + counts(sums, true), "Total: " + counts(sums, false));
    }

    static boolean isDone(JsonNode ended) {
        return ended.path("state").asString().equals("done");
    }

    /** Whether the file is not to blame. */
    static boolean isFault(JsonNode ended) {
        String code = ended.path("code").asString("");
        boolean ours = List.of("import.fault", "import.no-space", "job.fault", "job.interrupted", "job.gave-up")
                .contains(code);
        return !isDone(ended) && (ours || ended.path("state").asString().equals("cancelled"));
    }

    static BilingualText describe(Path file, JsonNode ended) {
        Map<String, Long> counts = new LinkedHashMap<>();
        COUNTS.forEach(name -> counts.put(name, ended.path(name).asLong()));
        String reason = ended.path("message").asString("");
        if (!isDone(ended)) {
            return new BilingualText(
                    file + "：未导入。" + reason + "（" + counts(counts, true) + "）",
                    file + ": not imported. " + reason + " (" + counts(counts, false) + ")");
        }
        boolean dry = ended.path("dryRun").asBoolean(false);
        return new BilingualText(
                file + (dry ? "（试运行，未写入）：" : "：") + counts(counts, true),
                file + (dry ? " (dry run, nothing stored): " : ": ") + counts(counts, false));
    }

    private static String counts(Map<String, Long> counts, boolean chinese) {
        List<String> names = chinese ? List.of("新增", "修订", "未变", "拒绝", "跳过", "标记", "重复") : COUNTS;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COUNTS.size(); i++) {
            text.append(i == 0 ? "" : chinese ? "，" : ", ")
                    .append(names.get(i))
                    .append(' ')
                    .append(counts.getOrDefault(COUNTS.get(i), 0L));
        }
        return text.toString();
    }
}
