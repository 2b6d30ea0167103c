package org.lantian.server.audit.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.lantian.audit.Anchor;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.Verification;
import org.lantian.server.database.internal.PostgresProcess;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.TestDatabases;

/** A chain in a real database without the rest of the server. */
final class ChainLab implements AutoCloseable {

    final HikariDataSource dataSource = new HikariDataSource();
    final LantianSettings settings;
    final AuditKey key;
    final ChainReader reader;

    ChainLab() {
        this("latest");
    }

    /** With the tables of a version only. */
    ChainLab(String version) {
        try {
            Path folder = Files.createTempDirectory("lantian-chain-lab");
            folder.toFile().deleteOnExit();
            settings = new LantianSettings(folder, folder, null, Locale.CHINESE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        dataSource.setJdbcUrl(TestDatabases.create());
        dataSource.setUsername(PostgresProcess.USER);
        dataSource.setPassword(TestDatabases.PASSWORD);
        dataSource.setMaximumPoolSize(12);
        migrate(version);
        key = new AuditKey(settings);
        reader = new ChainReader(dataSource, key, Clock.systemUTC());
    }

    void migrate(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    static PreparedEvent event(String subject) {
        return new PreparedEvent(
                "PERSON",
                7,
                "张三",
                "10.0.0.1",
                "r",
                "account.changed",
                "account",
                "17",
                subject,
                null,
                "{\"state\":\"ACTIVE\"}",
                "",
                Map.of());
    }

    /** Appends one event a transaction, each third with a personal text. */
    void append(int count) {
        for (int i = 0; i < count; i++) {
            PreparedEvent plain = event("subject " + i);
            append(Clock.systemUTC(), i % 3 == 0 ? withText(plain, "1380000" + i) : plain);
        }
    }

    static PreparedEvent withText(PreparedEvent e, String phone) {
        return new PreparedEvent(
                e.actorKind(),
                e.actorId(),
                e.actor(),
                e.address(),
                e.request(),
                e.action(),
                e.entityType(),
                e.entityId(),
                e.subject(),
                e.before(),
                e.after(),
                e.reason(),
                Map.of("phone", phone));
    }

    void append(Clock clock, PreparedEvent... events) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            new ChainWriter(key, clock, new ChainEvents(), 365).append(connection, Arrays.asList(events));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody does who owns the tables: the triggers are switched off first. */
    void attack(String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("audit_event", "audit_personal", "audit_head", "audit_unchained")) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            statement.execute("ALTER TABLE audit_personal DROP CONSTRAINT IF EXISTS audit_personal_sequence_fkey");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines as the log of changes held them before there was a chain. */
    void writeOldLines() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO change_log (actor, action, subject, detail) VALUES
                        ('admin', 'import.done', 'a.csv', '#1'), ('system', 'city.pack-loaded', '140500', '')""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Verification prove(Anchor... anchors) {
        return reader.prove(List.of(anchors), events -> {});
    }

    Anchor anchor() {
        ChainReader.End end = java.util.Objects.requireNonNull(reader.end());
        return Anchor.of(
                end.chain(),
                end.sequence(),
                end.hash(),
                end.happened(),
                end.events(),
                ChainedEvent.time(java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC)),
                key.present());
    }

    List<String> actions() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT action FROM audit_event ORDER BY sequence")) {
            List<String> actions = new java.util.ArrayList<>();
            while (rows.next()) {
                actions.add(String.valueOf(rows.getString(1)));
            }
            return actions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
