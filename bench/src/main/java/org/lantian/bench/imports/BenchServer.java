package org.lantian.bench.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.lantian.server.LantianServer;
import org.lantian.server.database.DataDirectory;
import org.lantian.server.database.Database;
import org.lantian.server.monitoring.internal.AirImport;
import org.lantian.server.monitoring.internal.AirImports;
import org.lantian.server.monitoring.internal.ImportRequest;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole server with an embedded PostgreSQL (fsync on) in a temporary data directory. */
public final class BenchServer implements AutoCloseable {

    private final Path folder;
    private final DataDirectory directory;
    private final Database database;
    private final ConfigurableApplicationContext context;

    private BenchServer(
            Path folder, DataDirectory directory, Database database, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.directory = directory;
        this.database = database;
        this.context = context;
    }

    /** Starts it; takes some seconds. */
    public static BenchServer start(Path checkout) throws IOException {
        Path folder = Files.createTempDirectory("lantian-bench");
        DataDirectory directory = DataDirectory.open(folder.resolve("data"));
        Database database = Database.embedded(directory);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(LantianServer.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        // all callers have one address, and one after another they call faster than people
                        "--lantian.http.per-address.burst=1000000",
                        "--lantian.http.per-address.per-minute=1000000",
                        "--lantian.http.per-account.burst=1000000",
                        "--lantian.http.per-account.per-minute=1000000",
                        "--lantian.data-directory=" + directory.root(),
                        "--lantian.city=" + checkout.resolve("cities/jincheng"),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password());
        return new BenchServer(folder, directory, database, context);
    }

    Path folder() {
        return folder;
    }

    int submit(Path file, boolean dryRun) {
        return queue().submit(new ImportRequest(
                String.valueOf(file.getFileName()), file, false, Optional.empty(), Optional.empty(), dryRun, false));
    }

    AirImport await(int id) {
        try {
            return queue().await(id, part -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Anything of the server. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private AirImports queue() {
        return context.getBean(AirImports.class);
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        directory.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
