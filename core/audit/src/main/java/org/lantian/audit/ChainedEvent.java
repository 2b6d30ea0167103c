package org.lantian.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit as it is stored and exported. Nothing is checked here: a row that was tampered with must still be
 * readable, so that it can be named.
 *
 * @param sequence place in the chain, the first is 1
 * @param format version of the encoding, {@link ChainEncoding#FORMAT} for rows written by this version
 * @param happened when it was chained, UTC with six decimals, as {@link #time} writes it
 * @param actorKind by what the actor showed who they are, such as {@code PERSON}
 * @param actorId of the account, 0 without one
 * @param actor stable name, such as the user name
 * @param address from where, empty when not over the network
 * @param request id of the HTTP request, empty when there was none
 * @param action stable word for what was done, such as {@code account.disabled}
 * @param entityType kind of the thing it was done to, empty when there is none
 * @param entityId key of that thing
 * @param subject the thing in words
 * @param before JSON of the state before, null when there was none
 * @param after JSON of the state after, null when there is none
 * @param reason why, in the actor's words; may be empty
 * @param personal one line for each personal text kept beside, see {@link PersonalDigest}
 * @param previousHash hash of the event before, 64 zeros for the first; lower-case hexadecimal as the next two
 * @param hash {@link ChainEncoding#hash} of all the columns above
 * @param seal {@link SealKey#seal} of the hash
 */
public record ChainedEvent(
        long sequence,
        int format,
        String happened,
        @Nullable String actorKind,
        long actorId,
        @Nullable String actor,
        @Nullable String address,
        @Nullable String request,
        @Nullable String action,
        @Nullable String entityType,
        @Nullable String entityId,
        @Nullable String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        @Nullable String personal,
        @Nullable String previousHash,
        @Nullable String hash,
        @Nullable String seal) {

    /** What stands before the first event. */
    public static final String NO_HASH = "0".repeat(64);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    /** A time as it is hashed and exported: UTC, always six decimals. */
    public static String time(OffsetDateTime instant) {
        boolean finite = instant.getYear() > -9999 && instant.getYear() < 99999;
        return finite ? MICROSECONDS.format(instant.withOffsetSameInstant(ZoneOffset.UTC)) : instant.toString();
    }

    /** The names of the hashed columns, in the order in which they are hashed. */
    public static final List<String> HASHED = List.of(
            "format",
            "previous_hash",
            "sequence",
            "happened",
            "actor_kind",
            "actor_id",
            "actor",
            "address",
            "request",
            "action",
            "entity_type",
            "entity_id",
            "subject",
            "before",
            "after",
            "reason",
            "personal");

    /** This event as the follower of that hash: chained and sealed. */
    public ChainedEvent chainedTo(String previous, SealKey key) {
        ChainedEvent linked = with(sequence, previous, null, null);
        String linkedHash = ChainEncoding.hash(linked);
        return linked.with(sequence, previous, linkedHash, key.seal(linkedHash));
    }

    /** The same content at another place of the chain. */
    ChainedEvent at(long otherSequence) {
        return with(otherSequence, previousHash, hash, seal);
    }

    /** The same event as if it followed that hash. */
    ChainedEvent linkedTo(String previous) {
        return with(sequence, previous, hash, seal);
    }

    private ChainedEvent with(
            long newSequence, @Nullable String newPrevious, @Nullable String newHash, @Nullable String newSeal) {
        return new ChainedEvent(
                newSequence,
                format,
                happened,
                actorKind,
                actorId,
                actor,
                address,
                request,
                action,
                entityType,
                entityId,
                subject,
                before,
                after,
                reason,
                personal,
                newPrevious,
                newHash,
                newSeal);
    }
}
