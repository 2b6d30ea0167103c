package org.lantian.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lantian.cli.CommandFailure;
import org.lantian.cli.server.ApiClient;
import org.lantian.quantities.BilingualText;
import tools.jackson.databind.JsonNode;

/** Has a server prove its chain, and waits for it. */
public final class ServerChain {

    private static final long LOOK_EVERY_MILLIS = 100;

    private ServerChain() {}

    /** Proves the chain against the anchors that the server has and these. */
    public static ChainReport prove(ApiClient api, List<String> anchors) {
        long job = api.post("/api/v1/audit/verification", Map.of("anchors", anchors))
                .path("job")
                .asLong();
        try {
            while (true) {
                JsonNode view = api.get("/api/v1/jobs/" + job);
                String state = view.path("state").asString("");
                switch (state) {
                    case "done" -> {
                        show("");
                        return report(view.path("result"));
                    }
                    case "failed", "cancelled" -> {
                        show("");
                        String error = view.path("error").asString(state);
                        throw new CommandFailure(
                                new BilingualText("验证未完成：" + error, "The proof did not end: " + error));
                    }
                    default ->
                        show(String.format(
                                Locale.ROOT,
                                "audit %3.0f %%",
                                100 * view.path("progress").asDouble()));
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(new BilingualText("已中断。", "Interrupted."), e);
        }
    }

    private static void show(String line) {
        if (System.getenv("TERM") != null && System.console() != null) {
            System.err.print("\r\u001b[K" + line);
            System.err.flush();
        }
    }

    private static ChainReport report(JsonNode result) {
        List<ChainReport.AnchorLine> anchors = new ArrayList<>();
        result.path("anchors")
                .forEach(anchor -> anchors.add(new ChainReport.AnchorLine(
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
}
