package org.lantian.server.audit;

import java.util.Locale;
import org.lantian.server.audit.internal.EventLines;
import org.lantian.server.audit.internal.EventReader;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.springframework.stereotype.Component;

/** What happened to one thing, for its own page. Who may see the thing is for the caller to say. */
@Component
public final class History {

    private final EventReader reader;
    private final EventLines lines;

    History(EventReader reader, EventLines lines) {
        this.reader = reader;
        this.lines = lines;
    }

    /** Part of a thing's history, the newest first unless {@code sequence} is asked for. Personal texts are named, not shown. */
    public Page<EventLine> of(EntityRef thing, PageQuery query, Locale language) {
        return lines.of(reader.page(EventFilter.about(thing), query), language);
    }
}
