package org.lantian.server.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a person reads it.
 *
 * @param sequence place in the chain from 1; negative for a line carried over from before the chain
 * @param chained whether the chain proves it
 * @param at in city time
 * @param actorKind by what the actor showed who they are
 * @param actorId of the account, 0 without one
 * @param actor user name or a fixed word
 * @param address from where, empty when not over the network
 * @param request id of the HTTP request, empty when there was none
 * @param action word for what was done
 * @param actionText that word's meaning in the language asked for
 * @param entity thing it was done to, null when it is none with a history
 * @param subject that thing in words
 * @param before state before
 * @param after state after, or facts of what was done
 * @param reason why, in the actor's words
 * @param personal personal data kept beside
 * @param hash of the event in the chain, null for a line from before it
 */
public record EventLine(
        long sequence,
        boolean chained,
        OffsetDateTime at,

        @Schema(allowableValues = {"ANONYMOUS", "PERSON", "TOKEN", "LOCAL_COMMAND_LINE", "SYSTEM", "UNKNOWN"})
        String actorKind,

        long actorId,
        String actor,
        String address,
        String request,
        String action,
        String actionText,
        @Nullable Thing entity,
        String subject,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        String reason,
        List<PersonalText> personal,
        @Nullable String hash) {

    /** What it was done to. */
    @Schema(name = "AuditedThing")
    public record Thing(String type, String id, String typeText) {}

    /**
     * A personal datum of the event.
     *
     * @param text null unless it was asked for, and once it is erased
     * @param keptUntil last day on which it is kept
     */
    @Schema(name = "AuditedPersonalText")
    public record PersonalText(String name, @Nullable String text, LocalDate keptUntil, boolean erased) {}

    public EventLine {
        personal = List.copyOf(personal);
    }
}
