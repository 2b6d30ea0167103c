package org.lantian.server.http.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered to calls with an {@code Idempotency-Key}. */
@Repository
class IdempotencyStore {

    private static final Duration CLEANED_EVERY = Duration.ofHours(1);

    private final UUID run = UUID.randomUUID();
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);
    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answer as far as it is repeated. */
    record Answer(
            int status,
            boolean kept,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String entityTag,
            byte @Nullable [] body) {}

    /** What is known of a key that somebody shows again. */
    sealed interface Known {

        record OtherRequest() implements Known {}

        record Running() implements Known {}

        /** Begun by a server that ended before it could say how the call went. */
        record Unknown() implements Known {}

        record Answered(Answer answer) implements Known {}
    }

    /** Claims the key for a call that begins now; gives what is known when it was claimed before, within a day. */
    Optional<Known> claim(String actor, String key, byte[] fingerprint) {
        clean();
        int claimed = jdbc.sql("""
                INSERT INTO idempotency_key AS k (actor, key, fingerprint, run) VALUES (:actor, :key, :fingerprint, :run)
                ON CONFLICT (actor, key) DO UPDATE SET fingerprint = excluded.fingerprint, run = excluded.run,
                    created = now(), status = NULL, kept = true, content_type = NULL, location = NULL,
                    entity_tag = NULL, body = NULL
                WHERE k.created < now() - interval '24 hours'""")
                .param("actor", actor)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("run", run)
                .update();
        return claimed == 1 ? Optional.empty() : Optional.of(known(actor, key, fingerprint));
    }

    private Known known(String actor, String key, byte[] fingerprint) {
        return jdbc.sql("""
                SELECT fingerprint, run, status, kept, content_type, location, entity_tag, body
                FROM idempotency_key WHERE actor = ? AND key = ?""")
                .params(actor, key)
                .query((row, number) -> {
                    if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
                        return new Known.OtherRequest();
                    }
                    int status = row.getInt("status");
                    if (row.wasNull()) {
                        return row.getObject("run", UUID.class).equals(run) ? new Known.Running() : new Known.Unknown();
                    }
                    return (Known) new Known.Answered(new Answer(
                            status,
                            row.getBoolean("kept"),
                            row.getString("content_type"),
                            row.getString("location"),
                            row.getString("entity_tag"),
                            row.getBytes("body")));
                })
                .optional()
                .orElseGet(Known.Running::new); // given back between the two statements: the client tries again
    }

    void answered(String actor, String key, Answer answer) {
        jdbc.sql("""
                UPDATE idempotency_key SET status = :status, kept = :kept, content_type = :type, location = :location,
                    entity_tag = :tag, body = :body WHERE actor = :actor AND key = :key""")
                .param("status", answer.status())
                .param("kept", answer.kept())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("tag", answer.entityTag())
                .param("body", answer.body())
                .param("actor", actor)
                .param("key", key)
                .update();
    }

    /** The call changed nothing: the key is free again. */
    void giveBack(String actor, String key) {
        jdbc.sql("DELETE FROM idempotency_key WHERE actor = ? AND key = ?")
                .params(actor, key)
                .update();
    }

    private void clean() {
        Instant before = cleaned.get();
        Instant now = Instant.now();
        if (before.plus(CLEANED_EVERY).isBefore(now) && cleaned.compareAndSet(before, now)) {
            jdbc.sql("DELETE FROM idempotency_key WHERE created < now() - interval '24 hours'")
                    .update();
        }
    }
}
