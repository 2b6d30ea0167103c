package org.lantian.server.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lantian.audit.ChainedEvent;
import org.lantian.quantities.BilingualText;
import org.lantian.server.audit.internal.AuditWords;
import org.lantian.server.audit.internal.EventLines;
import org.lantian.server.audit.internal.EventReader;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.springframework.stereotype.Component;

/** Finds events, for who may see them all. */
@Component
public final class AuditSearch {

    private final EventReader reader;
    private final EventLines lines;
    private final AuditWords words;

    AuditSearch(EventReader reader, EventLines lines, AuditWords words) {
        this.reader = reader;
        this.lines = lines;
        this.words = words;
    }

    /** Part of the events that match, the newest first unless another order is asked for. */
    public Page<EventLine> page(EventFilter filter, PageQuery query, Locale language) {
        return lines.of(reader.page(filter, query), language);
    }

    /** One event with its personal texts, as far as they are not erased. */
    public Optional<EventLine> find(long sequence, Locale language) {
        return reader.find(sequence).map(row -> lines.withTexts(row, language));
    }

    /** How many events match. */
    public long count(EventFilter filter) {
        return reader.count(filter);
    }

    /** All events that match, in the order of their sequence, in constant memory. */
    public void forEach(EventFilter filter, Locale language, Consumer<EventLine> each) {
        reader.forEach(filter, row -> each.accept(lines.withoutTexts(row, language)));
    }

    /** The chained events that match, each column as it is hashed, in constant memory. */
    public void forEachChained(EventFilter filter, Consumer<ChainedEvent> each) {
        reader.forEachChained(filter, each);
    }

    /** What can be recorded, with its meaning. */
    public Map<String, BilingualText> actions() {
        return words.actions();
    }

    /** Kinds of things that have a history, with their names. */
    public Map<String, BilingualText> entityTypes() {
        return words.entityTypes();
    }
}
