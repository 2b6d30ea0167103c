package org.lantian.server.audit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.PersonalDigest;
import org.lantian.quantities.CityTime;
import org.lantian.server.audit.EventLine;
import org.lantian.server.http.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows readable: words with their meaning, states as objects, personal texts beside. */
@Component
public class EventLines {

    private final JdbcClient jdbc;
    private final AuditWords words;
    private final JsonMapper mapper = new JsonMapper();

    EventLines(JdbcClient jdbc, AuditWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    private record Kept(
            long sequence, String name, @Nullable String text, boolean erased) {}

    /** A page, in which personal texts are named but not shown. */
    public Page<EventLine> of(Page<EventRow> page, Locale language) {
        Map<Long, List<Kept>> kept = kept(page.items());
        return page.map(row -> line(row, kept.getOrDefault(row.sequence(), List.of()), false, language));
    }

    /** One event with its personal texts. */
    public EventLine withTexts(EventRow row, Locale language) {
        return line(row, kept(List.of(row)).getOrDefault(row.sequence(), List.of()), true, language);
    }

    /** One event of very many: what became of personal texts is not looked up. */
    public EventLine withoutTexts(EventRow row, Locale language) {
        return line(row, List.of(), false, language);
    }

    private Map<Long, List<Kept>> kept(List<EventRow> rows) {
        List<Long> sequences = rows.stream()
                .filter(row -> !row.personal().isEmpty())
                .map(EventRow::sequence)
                .toList();
        if (sequences.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "SELECT sequence, name, text, erased IS NOT NULL FROM audit_personal WHERE sequence IN (:sequences)")
                .param("sequences", sequences)
                .query((row, number) ->
                        new Kept(row.getLong(1), String.valueOf(row.getString(2)), row.getString(3), row.getBoolean(4)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::sequence));
    }

    private EventLine line(EventRow row, List<Kept> kept, boolean withTexts, Locale language) {
        return new EventLine(
                row.sequence(),
                row.sequence() > 0,
                row.happened().withOffsetSameInstant(CityTime.OFFSET),
                row.actorKind(),
                row.actorId(),
                row.actor(),
                row.address(),
                row.request(),
                row.action(),
                AuditWords.meaning(words.actions(), row.action()).in(language),
                row.entityType().isEmpty()
                        ? null
                        : new EventLine.Thing(
                                row.entityType(),
                                row.entityId(),
                                AuditWords.meaning(words.entityTypes(), row.entityType())
                                        .in(language)),
                row.subject(),
                state(row.before()),
                state(row.after()),
                row.reason(),
                personal(row, kept, withTexts),
                row.hash());
    }

    private static List<EventLine.PersonalText> personal(EventRow row, List<Kept> kept, boolean withTexts) {
        Map<String, Kept> byName = new HashMap<>();
        kept.forEach(each -> byName.put(each.name, each));
        List<EventLine.PersonalText> texts = new ArrayList<>();
        for (PersonalDigest digest : PersonalDigest.parse(row.personal()).orElse(List.of())) {
            Kept text = byName.get(digest.name());
            texts.add(new EventLine.PersonalText(
                    digest.name(),
                    withTexts && text != null ? text.text : null,
                    digest.keepUntil(),
                    text != null && text.erased));
        }
        return texts;
    }

    /** An object as it is; anything else, which only tampering could have put there, under the name {@code value}. */
    private @Nullable Map<String, Object> state(@Nullable String json) {
        if (json == null) {
            return null;
        }
        Object read;
        try {
            read = mapper.readValue(json, Object.class);
        } catch (JacksonException e) {
            read = json;
        }
        Map<String, Object> state = new LinkedHashMap<>();
        if (read instanceof Map<?, ?> object) {
            object.forEach((name, value) -> state.put(String.valueOf(name), value));
        } else {
            state.put("value", read);
        }
        return state;
    }
}
