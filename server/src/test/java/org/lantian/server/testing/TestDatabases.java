package org.lantian.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lantian.server.database.internal.PostgresProcess;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL for the test process, with a database for each test class. */
public final class TestDatabases {

    public static final String PASSWORD = "test";

    private static @Nullable PostgresProcess process; // one for the process: starting it costs seconds
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** Makes an empty database and gives its JDBC address. */
    public static synchronized String create() {
        try {
            PostgresProcess running = process == null ? start() : process;
            process = running;
            String name = "test" + COUNT.incrementAndGet();
            running.createDatabase(name, PASSWORD);
            return running.url(name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static PostgresProcess start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lantian-test-postgres");
        PostgresProcess running = PostgresProcess.start(folder.resolve("postgres"), PASSWORD, false);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                running.close();
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException | InterruptedException e) {
                System.err.println("test database: " + e);
            }
        }));
        return running;
    }
}
