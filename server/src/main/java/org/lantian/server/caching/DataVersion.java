package org.lantian.server.caching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A tag that is the same as before only if no transaction has changed anything in the database since.
 *
 * <p>It is the database's own snapshot: two equal snapshots see the same rows. It costs one trivial statement, may change
 * without need (any writing transaction moves it) but never stays when data changed. A restart of the server changes it
 * too, so that a new release or city pack is seen at once.
 */
@Component
public final class DataVersion {

    private final String run = UUID.randomUUID().toString();
    private final JdbcClient jdbc;

    DataVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The (weak, so that answers may still be compressed) entity tag of an answer in this language made from the present data. */
    public String entityTag(Locale language) {
        String snapshot = jdbc.sql("SELECT pg_current_snapshot()::text")
                .query(String.class)
                .single();
        return "W/\"" + hash(run + snapshot + language) + "\"";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
