package org.lantian.server.audit.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes of an {@link Event} what is stored of it, with who, from where and in which request. */
@Component
public class EventPreparer {

    /** Longest text of a column; longer ones end with an ellipsis. Far more than a person writes as a reason. */
    private static final int MOST_CHARACTERS = 20_000;

    private final AuditWords words;
    private final StateJson json;

    EventPreparer(AuditWords words, StateJson json) {
        this.words = words;
        this.json = json;
    }

    /**
     * Takes down the event as it is now: later changes of its states don't matter.
     *
     * @throws IllegalStateException for a word that is not in {@code actions.csv}
     */
    public PreparedEvent prepare(Event event) {
        if (!words.knows(event.action())) {
            throw new IllegalStateException("audit/actions.csv has no line for " + event.action());
        }
        Map<String, String> personal = new LinkedHashMap<>();
        event.personal().forEach((name, text) -> personal.put(name, clean(text)));
        String before = json.write(event.before(), "before", personal);
        String after = json.write(event.after(), "after", personal);
        Actor actor = event.actor() == null ? Actor.current() : event.actor();
        EntityRef entity = event.entity();
        return new PreparedEvent(
                actor.kind().name(),
                actor.accountId(),
                clean(actor.name()),
                clean(event.address() == null ? address() : event.address()),
                clean(Objects.requireNonNullElse(MDC.get("requestId"), "")),
                event.action(),
                entity == null ? "" : entity.type(),
                entity == null ? "" : entity.id(),
                clean(Secrets.blank(event.subject())),
                before,
                after,
                clean(Secrets.blank(event.reason())),
                personal);
    }

    private static String address() {
        HttpServletRequest request = request();
        return request == null ? "" : request.getRemoteAddr();
    }

    /** The request that this thread answers, if it does. */
    static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    /** Not without end, and as {@link #storable}. */
    static String clean(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return storable(text);
        }
        return storable(text.substring(0, MOST_CHARACTERS)) + "…";
    }

    /** What comes back from the database as it went in: no NUL, no half of a surrogate pair. */
    static String storable(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(c -> cleaned.appendCodePoint(c == 0 || isHalf(c) ? 0xFFFD : c));
        return cleaned.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
