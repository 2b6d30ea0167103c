package org.lantian.server.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Check;
import org.lantian.server.access.Actor;

/**
 * Something that was done, told to the {@link AuditLog}. Built step by step:
 *
 * <pre>{@code
 * audit.record(Event.of("account.disabled")
 *         .on(EntityRef.of("account", account.id()), account.username())
 *         .before(old).after(fresh)
 *         .reason(reason));
 * }</pre>
 *
 * <p>Passwords, tokens and keys don't belong in an event; fields and texts that look like them are blanked.
 *
 * @param action stable word for what was done, a line of {@code audit/actions.csv}
 * @param entity the thing it was done to, null when there is none
 * @param subject that thing in words, such as a user name or the name of a file; no personal datum
 * @param before state before, a record or a map, becomes JSON; null when there was none
 * @param after state after, likewise
 * @param reason why, in the actor's words
 * @param personal texts that are personal data, by name: chained by a salted hash, kept beside, erased in time
 * @param actor who did it, null for {@link Actor#current()}
 * @param address from where, null for the address of the current request
 */
public record Event(
        String action,
        @Nullable EntityRef entity,
        String subject,
        @Nullable Object before,
        @Nullable Object after,
        String reason,
        Map<String, String> personal,
        @Nullable Actor actor,
        @Nullable String address) {

    public Event {
        Check.that(action.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+"), "word for what was done: " + action);
        personal = Map.copyOf(personal);
    }

    public static Event of(String action) {
        return new Event(action, null, "", null, null, "", Map.of(), null, null);
    }

    /** What it was done to. */
    public Event on(EntityRef thing, String inWords) {
        return new Event(action, thing, inWords, before, after, reason, personal, actor, address);
    }

    /** What it was done to, where that is nothing with a history of its own. */
    public Event on(String inWords) {
        return new Event(action, entity, inWords, before, after, reason, personal, actor, address);
    }

    /** The state before: a record, whose {@link Personal} components are kept apart, or a map. */
    public Event before(@Nullable Object state) {
        return new Event(action, entity, subject, state, after, reason, personal, actor, address);
    }

    /** The state after, or the facts of what was done. */
    public Event after(@Nullable Object state) {
        return new Event(action, entity, subject, before, state, reason, personal, actor, address);
    }

    public Event reason(String words) {
        return new Event(action, entity, subject, before, after, words, personal, actor, address);
    }

    /** Adds a text that is a personal datum. */
    public Event personal(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(personal);
        more.put(name, text);
        return new Event(action, entity, subject, before, after, reason, more, actor, address);
    }

    /** Somebody else than who acts on this thread, such as who started a job. */
    public Event by(Actor who) {
        return new Event(action, entity, subject, before, after, reason, personal, who, address);
    }

    /** From somewhere else than the current request. */
    public Event from(String where) {
        return new Event(action, entity, subject, before, after, reason, personal, actor, where);
    }

    Optional<EntityRef> findEntity() {
        return Optional.ofNullable(entity);
    }
}
