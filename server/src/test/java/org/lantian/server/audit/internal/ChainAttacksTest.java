package org.lantian.server.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.audit.Anchor;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.Finding;
import org.lantian.audit.Finding.Kind;
import org.lantian.audit.SealKey;
import org.lantian.audit.Verification;

@DisplayName("A chain in the database")
class ChainAttacksTest {

    private static Finding finding(Verification verification) {
        return Objects.requireNonNull(verification.firstFinding(), "nothing was found");
    }

    @Test
    @DisplayName("is proved as it was written, begins with an event about itself and keeps its key to its owner")
    void sound() throws IOException {
        try (ChainLab lab = new ChainLab()) {
            lab.append(30);
            Anchor anchor = lab.anchor();
            lab.append(5);
            Verification proof = lab.prove(anchor);
            assertThat(proof.firstFinding()).isNull();
            assertThat(proof.events()).isEqualTo(36);
            assertThat(lab.actions().getFirst()).isEqualTo("audit.begun");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            lab.settings.dataDirectory().resolve("secrets/audit.key"))))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~', // the values are SQL and quoted in its way
            value = {
                "happened; happened + interval '1 microsecond'",
                "actor_kind; 'TOKEN'",
                "actor_id; actor_id + 1",
                "actor; actor || ' '",
                "address; '10.0.0.2'",
                "request; ''",
                "action; 'account.created'",
                "entity_type; 'unit'",
                "entity_id; '18'",
                "subject; upper(subject)",
                "before; '{}'",
                "after; NULL",
                "reason; 'because'",
                "personal; personal || E'\\n'",
                "previous_hash; '\\x00'",
                "hash; set_byte(hash, 31, 255 - get_byte(hash, 31))",
                "seal; set_byte(seal, 0, 255 - get_byte(seal, 0))",
            })
    @DisplayName("names the event of which a column was changed by SQL")
    void changed(String column, String value) {
        try (ChainLab lab = new ChainLab()) {
            lab.append(12);
            Anchor anchor = lab.anchor();
            lab.attack("UPDATE audit_event SET " + column + " = " + value + " WHERE sequence = 8");
            Finding finding = finding(lab.prove(anchor));
            assertThat(finding.kind()).isEqualTo(Kind.CHANGED);
            assertThat(finding.sequence()).isEqualTo(8);
        }
    }

    @Test
    @DisplayName(
            "names removed and swapped events, and a removed tail by the head and, where that was set back too, by the anchor")
    void removed() {
        try (ChainLab lab = new ChainLab()) {
            lab.append(12);
            Anchor anchor = lab.anchor();
            lab.attack(
                    "CREATE TABLE kept AS SELECT * FROM audit_event",
                    "DELETE FROM audit_event WHERE sequence IN (5, 6)");
            assertThat(finding(lab.prove(anchor))).satisfies(found -> {
                assertThat(found.kind()).isEqualTo(Kind.REMOVED);
                assertThat(found.sequence()).isEqualTo(5);
            });
            lab.attack(
                    "INSERT INTO audit_event SELECT * FROM kept WHERE sequence IN (5, 6)",
                    "UPDATE audit_event SET sequence = 1000 WHERE sequence = 5",
                    "UPDATE audit_event SET sequence = 5 WHERE sequence = 9",
                    "UPDATE audit_event SET sequence = 9 WHERE sequence = 1000");
            assertThat(finding(lab.prove(anchor)).kind()).isEqualTo(Kind.REORDERED);
            lab.attack("DELETE FROM audit_event", "INSERT INTO audit_event SELECT * FROM kept WHERE sequence <= 10");
            assertThat(finding(lab.prove()).kind()).isEqualTo(Kind.TRUNCATED);
            lab.attack(
                    "UPDATE audit_head SET (sequence, hash) = (SELECT sequence, hash FROM kept WHERE sequence = 10)");
            lab.attack("DELETE FROM audit_personal WHERE sequence > 10");
            assertThat(lab.prove().ok()).as("nothing inside tells").isTrue();
            assertThat(finding(lab.prove(anchor))).satisfies(found -> {
                assertThat(found.kind()).isEqualTo(Kind.TRUNCATED);
                assertThat(found.sequence()).isEqualTo(11);
            });
            lab.append(10); // the server goes on behind the removed tail
            assertThat(finding(lab.prove(anchor)).kind()).isEqualTo(Kind.RECOMPUTED);
        }
    }

    @Test
    @DisplayName("names an event put in by SQL with a well computed hash, and lets the server go on behind it")
    void inserted() throws SQLException {
        try (ChainLab lab = new ChainLab()) {
            lab.append(5);
            String last = Objects.requireNonNull(lab.reader.end()).hash();
            SealKey guessed = SealKey.of(SealKey.random(new SecureRandom()));
            ChainedEvent fake = new ChainedEvent(
                    7,
                    1,
                    "2026-11-25T01:00:00.000000Z",
                    "PERSON",
                    1,
                    "admin",
                    "",
                    "",
                    "account.created",
                    "account",
                    "99",
                    "mallory",
                    null,
                    "{}",
                    "",
                    "",
                    null,
                    null,
                    null);
            ChainedEvent chained = fake.chainedTo(last, guessed);
            lab.attack(String.format("""
                    INSERT INTO audit_event VALUES (7, 1, '%s', 'PERSON', 1, 'admin', '', '', 'account.created', 'account', '99',
                        'mallory', NULL, '{}', '', '', '\\x%s', '\\x%s', '\\x%s')""", chained.happened(), chained.previousHash(), chained.hash(), chained.seal()));
            assertThat(finding(lab.prove())).satisfies(found -> {
                assertThat(found.kind()).isEqualTo(Kind.INSERTED);
                assertThat(found.sequence()).isEqualTo(7);
            });
            lab.append(3);
            assertThat(lab.actions()).contains("audit.head-differs");
            assertThat(finding(lab.prove()).kind()).isEqualTo(Kind.INSERTED);
        }
    }

    @Test
    @DisplayName("names a personal text that was changed, put in or erased before its day")
    void texts() {
        for (String sql : List.of(
                "UPDATE audit_personal SET text = '13811111111' WHERE sequence = 2",
                "UPDATE audit_personal SET text = NULL, salt = NULL, erased = now() WHERE sequence = 2",
                "DELETE FROM audit_personal WHERE sequence = 2",
                "INSERT INTO audit_personal VALUES (3, 'mail', '2030-01-01', '00', 'x', NULL)")) {
            try (ChainLab lab = new ChainLab()) {
                lab.append(6);
                lab.attack(sql);
                assertThat(finding(lab.prove()).kind()).as(sql).isEqualTo(Kind.PERSONAL_TEXT);
            }
        }
    }

    @Test
    @DisplayName("covers the lines from before it, which are found when they are changed")
    void carriedOver() {
        try (ChainLab lab = new ChainLab("070")) {
            lab.writeOldLines();
            lab.migrate("latest");
            lab.append(3);
            assertThat(lab.prove().ok()).isTrue();
            lab.attack("UPDATE audit_unchained SET actor = 'x' WHERE id = 1");
            assertThat(finding(lab.prove()).kind()).isEqualTo(Kind.CARRIED_OVER);
        }
    }

    @Test
    @DisplayName("says when the clock went back, and when the key was changed")
    void clockAndKey() throws IOException {
        try (ChainLab lab = new ChainLab()) {
            lab.append(2);
            lab.append(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)), ChainLab.event("an hour ago"));
            assertThat(lab.actions()).contains("clock.went-back");
            var file = lab.settings.dataDirectory().resolve("secrets/audit.key");
            Files.writeString(file, Files.readString(file) + SealKey.random(new SecureRandom()) + "\n");
            AuditKey both = new AuditKey(lab.settings);
            try (Connection connection = lab.dataSource.getConnection()) {
                connection.setAutoCommit(false);
                new ChainWriter(both, Clock.systemUTC(), new ChainEvents(), 365)
                        .append(connection, List.of(ChainLab.event("with the new key")));
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(lab.actions()).contains("audit.key-changed");
            ChainReader reader = new ChainReader(lab.dataSource, both, Clock.systemUTC());
            assertThat(reader.prove(List.of(), events -> {}).ok()).isTrue();
        }
    }

    @Test
    @DisplayName("has no gap and no deadlock when many write at once, some of whom give up")
    void concurrent() throws Exception {
        try (ChainLab lab = new ChainLab();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                int number = writer;
                writers.add(() -> write(lab, number));
            }
            int committed = 0;
            for (Future<Integer> done : threads.invokeAll(writers)) {
                committed += done.get();
            }
            Verification proof = lab.prove();
            assertThat(proof.firstFinding()).isNull();
            assertThat(proof.events()).isEqualTo(committed + 1);
        }
    }

    private static int write(ChainLab lab, int writer) throws SQLException {
        int committed = 0;
        for (int i = 0; i < 40; i++) {
            try (Connection connection = lab.dataSource.getConnection()) {
                connection.setAutoCommit(false);
                new ChainWriter(lab.key, Clock.systemUTC(), new ChainEvents(), 365)
                        .append(connection, List.of(ChainLab.event(writer + "-" + i)));
                if (i % 5 == writer % 5) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed++;
                }
            }
        }
        return committed;
    }
}
