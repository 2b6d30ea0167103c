package org.lantian.server.database;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import org.lantian.quantities.DomainException;
import org.lantian.server.database.internal.DatabaseFailures;
import org.lantian.server.database.internal.PostgresProcess;

/**
 * The database that the server works on: the PostgreSQL that Lantian brings along, or one of the operator's.
 *
 * <p>The embedded one keeps its folder between starts, listens on the loopback address only, has a random password, and
 * forces each commit to disk.
 */
public sealed interface Database extends AutoCloseable {

    /** Oldest external PostgreSQL that is accepted. */
    int OLDEST_MAJOR = 15;

    String url();

    String user();

    String password();

    /** Stops what was started for it. */
    @Override
    void close();

    /**
     * Starts the embedded PostgreSQL in a data directory.
     *
     * @throws DomainException when there is no space, or the folder is in use or of another version
     */
    static Database embedded(DataDirectory directory) {
        try {
            Embedded.checkSpace(directory.root());
            String password = Embedded.password(directory);
            PostgresProcess process = PostgresProcess.start(directory.postgres(), password, true);
            try {
                process.createDatabase(Embedded.NAME, password);
            } catch (SQLException e) {
                process.close();
                throw new DomainException(
                        DatabaseFailures.notReachable(process.url(Embedded.NAME), String.valueOf(e.getMessage())), e);
            }
            return new Embedded(process, password);
        } catch (IOException e) {
            throw new DomainException(DatabaseFailures.notWritable(directory.root(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    /**
     * Uses an external PostgreSQL.
     *
     * @param url {@code jdbc:postgresql://…} or {@code postgresql://user:password@host:port/database}
     * @throws DomainException when it cannot be reached or is older than {@link #OLDEST_MAJOR}
     */
    static Database external(String url) {
        External database = External.of(url);
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new DomainException(DatabaseFailures.tooOld(
                        database.url(), connection.getMetaData().getDatabaseProductVersion()));
            }
            return database;
        } catch (SQLException e) {
            String reason = e.getMessage() == null
                    ? "?"
                    : e.getMessage().lines().findFirst().orElse("?");
            throw new DomainException(DatabaseFailures.notReachable(database.url(), reason), e);
        }
    }

    /** The PostgreSQL that Lantian brings along. */
    record Embedded(PostgresProcess process, String password) implements Database {

        private static final String NAME = "lantian";
        private static final long LEAST_FREE_MEBIBYTES = 256;

        @Override
        public String url() {
            return process.url(NAME);
        }

        @Override
        public String user() {
            return PostgresProcess.USER;
        }

        @Override
        public void close() {
            try {
                process.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void checkSpace(Path root) throws IOException {
            FileStore store = Files.getFileStore(root);
            long free = store.getUsableSpace() >> 20;
            if (free < LEAST_FREE_MEBIBYTES) {
                throw new DomainException(DatabaseFailures.noSpace(root, free, LEAST_FREE_MEBIBYTES));
            }
        }

        private static String password(DataDirectory directory) throws IOException {
            Path file = directory.secret("database.password");
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            DataDirectory.writePrivately(file, password + "\n");
            return password;
        }

        @Override
        public String toString() {
            return "embedded PostgreSQL on port " + process.port();
        }
    }

    /** A PostgreSQL of the operator's. */
    record External(String url, String user, String password) implements Database {

        static External of(String given) {
            String plain = given.startsWith("jdbc:") ? given.substring("jdbc:".length()) : given;
            URI uri;
            try {
                uri = new URI(plain.replaceFirst("^postgres:", "postgresql:"));
            } catch (URISyntaxException e) {
                throw new DomainException(DatabaseFailures.badUrl(), e);
            }
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null) {
                throw new DomainException(DatabaseFailures.badUrl());
            }
            String[] login = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String environmentPassword = System.getenv("LANTIAN_DATABASE_PASSWORD");
            return new External(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    login.length > 0 ? login[0] : System.getProperty("user.name"),
                    login.length > 1 ? login[1] : environmentPassword == null ? "" : environmentPassword);
        }

        @Override
        public void close() {
            // the operator's own server goes on
        }

        @Override
        public String toString() {
            return url;
        }
    }
}
