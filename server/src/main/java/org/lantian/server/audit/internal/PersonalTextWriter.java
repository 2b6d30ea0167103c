package org.lantian.server.audit.internal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.PersonalDigest;

/** Writes personal texts beside their events and gives the digests that are chained. */
final class PersonalTextWriter implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Connection connection;
    private final LocalDate keepUntil;
    private @Nullable PreparedStatement insert;

    PersonalTextWriter(Connection connection, LocalDate keepUntil) {
        this.connection = connection;
        this.keepUntil = keepUntil;
    }

    /** The digests of these texts, each with a fresh salt. The rows are written by {@link #store}, after their events. */
    List<PersonalDigest> add(long sequence, Map<String, String> texts) throws SQLException {
        List<PersonalDigest> digests = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String salt = PersonalDigest.salt(RANDOM);
            digests.add(PersonalDigest.of(text.getKey(), salt, text.getValue(), keepUntil));
            PreparedStatement row = statement();
            row.setLong(1, sequence);
            row.setString(2, text.getKey());
            row.setObject(3, keepUntil);
            row.setString(4, salt);
            row.setString(5, text.getValue());
            row.addBatch();
        }
        return digests;
    }

    private PreparedStatement statement() throws SQLException {
        PreparedStatement present = insert;
        if (present == null) {
            present = connection.prepareStatement(
                    "INSERT INTO audit_personal (sequence, name, keep_until, salt, text) VALUES (?, ?, ?, ?, ?)");
            insert = present;
        }
        return present;
    }

    void store() throws SQLException {
        if (insert != null) {
            insert.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        if (insert != null) {
            insert.close();
        }
    }
}
