package org.lantian.server.audit.internal;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.lantian.audit.ChainEncoding;
import org.lantian.audit.ChainedEvent;

/**
 * The lines from before the chain.
 *
 * @param count how many
 * @param digest SHA-256 over the columns of all of them, each as in {@link ChainEncoding}, by their id
 */
record CarriedOver(long count, String digest) {

    static CarriedOver read(Connection connection) throws SQLException {
        MessageDigest digest = ChainEncoding.sha256();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, happened, actor, action, subject, detail FROM audit_unchained ORDER BY id")) {
            while (rows.next()) {
                count++;
                ChainEncoding.add(
                        digest,
                        Long.toString(rows.getLong(1)),
                        ChainedEvent.time(rows.getObject(2, OffsetDateTime.class)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6));
            }
        }
        return new CarriedOver(count, HexFormat.of().formatHex(digest.digest()));
    }
}
