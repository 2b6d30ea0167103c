package org.lantian.server.audit.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event with everything but its place in the chain: texts without secrets, states as JSON, personal texts apart.
 *
 * @param before JSON, null when there was no state before
 * @param after JSON, null when there is no state after
 * @param personal personal texts by name
 */
public record PreparedEvent(
        String actorKind,
        long actorId,
        String actor,
        String address,
        String request,
        String action,
        String entityType,
        String entityId,
        String subject,
        @Nullable String before,
        @Nullable String after,
        String reason,
        Map<String, String> personal) {}
