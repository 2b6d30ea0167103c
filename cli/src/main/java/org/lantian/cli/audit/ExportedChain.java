package org.lantian.cli.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.Anchor;
import org.lantian.audit.ChainVerifier;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.Finding;
import org.lantian.audit.SealKey;
import org.lantian.audit.Verification;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proves a chain from its export alone, line by line. */
public final class ExportedChain {

    private final JsonMapper mapper = new JsonMapper();
    private final Path file;

    private ExportedChain(Path file) {
        this.file = file;
    }

    /**
     * Proves an export of the whole chain.
     *
     * @param keys content of the key file; empty when seals are not to be checked
     * @throws DomainException when a line is no event
     */
    public static ChainReport prove(Path file, String keys, List<Anchor> anchors) throws IOException {
        List<SealKey> seals =
                keys.lines().filter(line -> !line.isBlank()).map(SealKey::of).toList();
        ChainVerifier verifier = new ChainVerifier(seals, anchors, CityTime.today(Clock.systemUTC()));
        long began = System.nanoTime();
        ExportedChain chain = new ExportedChain(file);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long row = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row++;
                verifier.accept(chain.event(line, row), null);
            }
        }
        return report(verifier.finish(-1, ""), (System.nanoTime() - began) / 1e9);
    }

    private ChainedEvent event(String line, long row) {
        try {
            JsonNode event = mapper.readTree(line);
            return new ChainedEvent(
                    number(event, "sequence", row),
                    (int) number(event, "format", row),
                    String.valueOf(text(event, "happened")),
                    text(event, "actor_kind"),
                    number(event, "actor_id", row),
                    text(event, "actor"),
                    text(event, "address"),
                    text(event, "request"),
                    text(event, "action"),
                    text(event, "entity_type"),
                    text(event, "entity_id"),
                    text(event, "subject"),
                    text(event, "before"),
                    text(event, "after"),
                    text(event, "reason"),
                    text(event, "personal"),
                    text(event, "previous_hash"),
                    text(event, "hash"),
                    text(event, "seal"));
        } catch (JacksonException e) {
            throw wrong(row, "", line);
        }
    }

    private long number(JsonNode event, String field, long row) {
        JsonNode value = event.path(field);
        if (!value.isIntegralNumber()) {
            throw wrong(row, field, value.toString());
        }
        return value.asLong();
    }

    private static @Nullable String text(JsonNode event, String field) {
        JsonNode value = event.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    private DomainException wrong(long row, String field, String value) {
        return new DomainException(new InputError(
                "audit.bad-export",
                file.toString(),
                row,
                field,
                value.length() > 100 ? value.substring(0, 100) + "…" : value,
                new BilingualText(
                        "JSONL 导出的一个事件（每行一个 JSON 对象）", "an event of a JSONL export, one JSON object a line")));
    }

    private static ChainReport report(Verification proof, double seconds) {
        Finding finding = proof.firstFinding();
        return new ChainReport(
                proof.ok(),
                proof.events(),
                proof.lastHash(),
                Math.round(seconds * 1000) / 1000.0,
                finding == null ? null : finding.kind().name(),
                finding == null ? 0 : finding.sequence(),
                finding == null ? new BilingualText("", "") : finding.text(),
                proof.anchors().stream()
                        .map(check -> new ChainReport.AnchorLine(
                                check.anchor().sequence(),
                                check.anchor().issued(),
                                check.state().name()))
                        .toList());
    }
}
