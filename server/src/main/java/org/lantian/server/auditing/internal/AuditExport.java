package org.lantian.server.auditing.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.ChainedEvent;
import org.lantian.quantities.BilingualText;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.AuditSearch;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.audit.EventFilter;
import org.lantian.server.audit.EventLine;
import org.lantian.server.export.CsvTable;
import org.lantian.server.export.SheetTable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events to a file, in constant memory. Each export is itself an event. */
@Component
public class AuditExport {

    private static final List<BilingualText> HEADINGS = List.of(
            new BilingualText("序号", "sequence"),
            new BilingualText("时间", "time"),
            new BilingualText("操作者", "actor"),
            new BilingualText("身份", "actor kind"),
            new BilingualText("地址", "address"),
            new BilingualText("操作代码", "action code"),
            new BilingualText("操作", "action"),
            new BilingualText("对象类型", "kind of thing"),
            new BilingualText("对象编号", "key"),
            new BilingualText("对象", "subject"),
            new BilingualText("变更前", "before"),
            new BilingualText("变更后", "after"),
            new BilingualText("理由", "reason"),
            new BilingualText("请求编号", "request"),
            new BilingualText("摘要", "hash"));

    private final AuditSearch search;
    private final AuditLog audit;
    private final JsonMapper mapper = new JsonMapper();

    AuditExport(AuditSearch search, AuditLog audit) {
        this.search = search;
        this.audit = audit;
    }

    /** Form of the file. */
    public enum Format {
        /** For spreadsheets: UTF-8 with a byte order mark. */
        CSV("text/csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** Every column as it is hashed, one JSON object a line, for computing the chain again. */
        JSONL("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many events such a file will hold. */
    public long count(EventFilter filter) {
        return search.count(filter);
    }

    /** Records that somebody takes these events out; before the file is handed over. */
    public void record(EventFilter filter, Format format, long events) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("format", format.suffix());
        facts.put("events", events);
        facts.put("filter", filter.asked());
        audit.recordAlone(Event.of("audit.exported")
                .on(EntityRef.of("audit", "export"), "lantian-audit." + format.suffix())
                .after(facts));
    }

    /**
     * Writes the file.
     *
     * @param progress receives the number of events written, after each; may throw to break off
     */
    public void write(EventFilter filter, Format format, Locale language, OutputStream out, LongConsumer progress)
            throws IOException {
        Counter counter = new Counter(progress);
        switch (format) {
            case CSV -> writeCsv(filter, language, out, counter);
            case XLSX -> writeSheet(filter, language, out, counter);
            case JSONL -> writeLines(filter, out, counter);
        }
    }

    private void writeCsv(EventFilter filter, Locale language, OutputStream out, Counter counter) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvTable table = new CsvTable(text, headings(language).toArray(String[]::new));
        search.forEach(filter, language, line -> {
            table.row(cells(line));
            counter.next();
        });
        text.flush();
    }

    private void writeSheet(EventFilter filter, Locale language, OutputStream out, Counter counter) {
        String name = new BilingualText("审计日志", "Audit").in(language);
        try (SheetTable table = new SheetTable(out, name, headings(language))) {
            search.forEach(filter, language, line -> {
                table.row(cells(line));
                counter.next();
            });
        }
    }

    private void writeLines(EventFilter filter, OutputStream out, Counter counter) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        search.forEachChained(filter, event -> {
            try {
                text.append(mapper.writeValueAsString(columns(event))).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            counter.next();
        });
        text.flush();
    }

    private static List<String> headings(Locale language) {
        return HEADINGS.stream().map(heading -> heading.in(language)).toList();
    }

    private List<@Nullable Object> cells(EventLine line) {
        EventLine.Thing thing = line.entity();
        return Arrays.asList(
                line.sequence(),
                line.at().toString(),
                line.actor(),
                line.actorKind(),
                line.address(),
                line.action(),
                line.actionText(),
                thing == null ? null : thing.typeText(),
                thing == null ? null : thing.id(),
                line.subject(),
                json(line.before()),
                json(line.after()),
                line.reason(),
                line.request(),
                line.hash());
    }

    private @Nullable String json(@Nullable Map<String, Object> state) {
        return state == null ? null : mapper.writeValueAsString(state);
    }

    /** Names and values as they are hashed, then hash and seal. */
    private static Map<String, @Nullable Object> columns(ChainedEvent event) {
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
        return columns;
    }

    /** A filter in one line, for people. */
    static String describe(EventFilter filter) {
        return filter.asked().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    private static final class Counter {
        private final LongConsumer progress;
        private long count;

        Counter(LongConsumer progress) {
            this.progress = progress;
        }

        void next() {
            progress.accept(++count);
        }
    }
}
