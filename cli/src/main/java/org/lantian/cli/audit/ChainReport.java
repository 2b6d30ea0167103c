package org.lantian.cli.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of proving a chain.
 *
 * @param kind what is wrong, null when nothing is
 * @param sequence event at which it shows
 * @param text the same for a person
 * @param anchors what each anchor says
 */
public record ChainReport(
        boolean ok,
        long events,
        String lastHash,
        double seconds,
        @Nullable String kind,
        long sequence,
        BilingualText text,
        List<AnchorLine> anchors) {

    /** An anchor and what it says: MATCHES, DIFFERS, MISSING or NOT_OURS. */
    public record AnchorLine(long sequence, String issued, String state) {}

    /** Reads the result of a server's proof. */
    public static ChainReport of(JsonNode result) {
        List<AnchorLine> anchors = new ArrayList<>();
        result.path("anchors")
                .forEach(anchor -> anchors.add(new AnchorLine(
                        anchor.path("sequence").asLong(),
                        anchor.path("issued").asString(""),
                        anchor.path("state").asString(""))));
        return new ChainReport(
                result.path("ok").asBoolean(false),
                result.path("events").asLong(),
                result.path("lastHash").asString(""),
                result.path("seconds").asDouble(),
                result.has("kind") ? result.path("kind").asString("") : null,
                result.path("sequence").asLong(),
                new BilingualText(
                        result.path("textZh").asString(""),
                        result.path("textEn").asString("")),
                anchors);
    }

    /** For a person. */
    public String text(Locale language) {
        List<String> lines = new ArrayList<>();
        long matching =
                anchors.stream().filter(line -> line.state.equals("MATCHES")).count();
        lines.add(new BilingualText(
                        (ok ? "审计链完好" : "审计链断开") + "：" + events + " 个事件，用时 " + seconds + " 秒；锚点 " + matching + "/"
                                + anchors.size() + " 相符。",
                        (ok ? "The audit chain is sound" : "The audit chain is BROKEN") + ": " + events + " events in "
                                + seconds + " s; " + matching + " of " + anchors.size() + " anchors match.")
                .in(language));
        if (!ok) {
            lines.add(kind + " #" + sequence + " " + text.in(language));
        }
        anchors.stream()
                .filter(line -> !line.state.equals("MATCHES"))
                .forEach(line -> lines.add(new BilingualText(
                                "锚点 " + line.issued + "（第 " + line.sequence + " 号）：" + line.state,
                                "anchor of " + line.issued + " (event " + line.sequence + "): " + line.state)
                        .in(language)));
        return String.join("\n", lines);
    }

    /** One object for programs. */
    public String json() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ok", ok);
        facts.put("events", events);
        facts.put("lastHash", lastHash);
        facts.put("seconds", seconds);
        if (kind != null) {
            facts.put("kind", kind);
            facts.put("sequence", sequence);
            facts.put("textZh", text.zh());
            facts.put("textEn", text.en());
        }
        facts.put("anchors", anchors);
        return new JsonMapper().writeValueAsString(facts);
    }
}
