package org.lantian.server.audit;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which events are looked for; what is null does not matter.
 *
 * @param from not before
 * @param until before
 * @param actor exact
 * @param action exact, or a group with a dot at its end such as {@code account.}
 * @param entityType exact
 * @param entityId exact
 * @param address exact
 * @param q somewhere in subject, reason, state before or after, capitals or not
 */
public record EventFilter(
        @Parameter(description = "起始时刻（含） / not before") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        OffsetDateTime from,

        @Parameter(description = "截止时刻（不含） / before this") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        OffsetDateTime until,

        @Parameter(description = "操作者 / who did it, exact") @Nullable
        String actor,

        @Parameter(description = "操作，或以点结尾的一组 / word for what was done, or a group ending with a dot") @Nullable
        String action,

        @Parameter(description = "对象类型 / kind of thing") @Nullable
        String entityType,

        @Parameter(description = "对象编号 / key of the thing") @Nullable
        String entityId,

        @Parameter(description = "来源地址 / from which address") @Nullable
        String address,

        @Parameter(description = "对象、理由或前后状态中的文字 / text in subject, reason or states") @Nullable
        String q) {

    public static final EventFilter ALL = new EventFilter(null, null, null, null, null, null, null, null);

    /** Events about one thing. */
    public static EventFilter about(EntityRef thing) {
        return new EventFilter(null, null, null, null, thing.type(), thing.id(), null, null);
    }

    /** What is asked for, by name, as texts. */
    public Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "from", from == null ? null : from.toString());
        put(asked, "until", until == null ? null : until.toString());
        put(asked, "actor", actor);
        put(asked, "action", action);
        put(asked, "entityType", entityType);
        put(asked, "entityId", entityId);
        put(asked, "address", address);
        put(asked, "q", q);
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            asked.put(name, value);
        }
    }

    /** The filter of which {@link #asked} told. */
    public static EventFilter of(Map<String, ?> asked) {
        return new EventFilter(
                time(asked.get("from")),
                time(asked.get("until")),
                text(asked.get("actor")),
                text(asked.get("action")),
                text(asked.get("entityType")),
                text(asked.get("entityId")),
                text(asked.get("address")),
                text(asked.get("q")));
    }

    private static @Nullable OffsetDateTime time(@Nullable Object value) {
        return value == null ? null : OffsetDateTime.parse(value.toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
