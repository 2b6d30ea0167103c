package org.lantian.server.audit;

import org.lantian.quantities.Check;

/**
 * The thing that an event is about, by which its history is found again.
 *
 * @param type kind of thing in lower case, such as {@code account} or {@code import}
 * @param id its key, which never changes; not a personal datum
 */
public record EntityRef(String type, String id) {

    public EntityRef {
        Check.that(type.matches("[a-z][a-z-]{0,39}"), "kind of an audited thing: " + type);
        Check.that(!id.isEmpty() && id.length() <= 200, "key of an audited thing: " + id);
    }

    public static EntityRef of(String type, long id) {
        return new EntityRef(type, Long.toString(id));
    }

    public static EntityRef of(String type, String id) {
        return new EntityRef(type, id);
    }
}
