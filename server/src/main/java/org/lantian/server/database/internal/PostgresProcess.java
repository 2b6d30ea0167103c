package org.lantian.server.database.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lantian.quantities.DomainException;

/** One running PostgreSQL server: initialises its folder, starts it, waits until it answers, stops it. */
public final class PostgresProcess implements AutoCloseable {

    /** Stands on the server's command line, so that a later start knows it as ours. */
    static final String CLUSTER_MARK = "cluster_name=lantian";

    public static final String USER = "lantian";

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(7);
    private static final int PORT_TRIES = 5;

    private final Process process;
    private final int port;

    private PostgresProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server on a free port of the loopback address.
     *
     * @param folder the server's own folder, made and initialised if need be
     * @param password of {@link #USER}; must stay the same for a folder
     * @param durable whether commits are forced to disk; false only for tests
     * @throws DomainException when the folder is of another version, in use, or the server does not start
     */
    public static PostgresProcess start(Path folder, String password, boolean durable)
            throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.locate();
        checkVersion(folder, binaries);
        if (!Files.exists(folder)) {
            initialise(folder, password, durable, binaries);
        }
        OrphanedPostgres.clear(folder);
        Path log = folder.resolveSibling("postgres.log");
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process process = launch(binaries, folder, port, durable, log);
            try {
                awaitReady(process, port, password, log);
                return new PostgresProcess(process, port);
            } catch (InterruptedException e) {
                stop(process.toHandle(), STOP_PATIENCE);
                throw e;
            } catch (DomainException e) {
                stop(process.toHandle(), STOP_PATIENCE);
                if (attempt == PORT_TRIES || !Files.readString(log).contains("could not bind")) {
                    throw e;
                }
            }
        }
    }

    public int port() {
        return port;
    }

    /** Address of one of the server's databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes a database of this name unless there is one. */
    public void createDatabase(String name, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                PreparedStatement find = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                Statement create = connection.createStatement()) {
            find.setString(1, name);
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    create.execute("CREATE DATABASE " + create.enquoteIdentifier(name, true));
                }
            }
        }
    }

    /** Whether the server process still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() throws InterruptedException {
        stop(process.toHandle(), STOP_PATIENCE);
    }

    private static void checkVersion(Path folder, PostgresBinaries binaries) throws IOException {
        Path versionFile = folder.resolve("PG_VERSION");
        if (Files.exists(folder) && !Files.exists(versionFile)) {
            throw new DomainException(DatabaseFailures.otherMajor(folder, "?", binaries.major()));
        }
        if (Files.exists(versionFile)) {
            String found = Files.readString(versionFile).strip();
            if (!found.equals(binaries.major())) {
                throw new DomainException(DatabaseFailures.otherMajor(folder, found, binaries.major()));
            }
        }
    }

    /** Builds the folder beside its place and renames it, so that a broken-off first start begins anew. */
    private static void initialise(Path folder, String password, boolean durable, PostgresBinaries binaries)
            throws IOException, InterruptedException {
        Path fresh = folder.resolveSibling("postgres.new");
        PostgresBinaries.deleteTree(fresh);
        Files.createDirectories(fresh);
        Path passwordFile = folder.resolveSibling("postgres.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, OwnerOnly.FILE);
        Files.writeString(passwordFile, password);
        Path log = folder.resolveSibling("postgres.init.log");
        try {
            List<String> command = unprivileged();
            command.addAll(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--no-instructions"));
            if (!durable) {
                command.add("--no-sync");
            }
            Process process = builder(command, log).start();
            boolean done;
            try {
                done = process.waitFor() == 0;
            } catch (InterruptedException e) {
                process.destroyForcibly();
                throw e;
            }
            if (!done) {
                throw new DomainException(DatabaseFailures.didNotStart(log, lastWords(log)));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.deleteIfExists(log);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Process launch(PostgresBinaries binaries, Path folder, int port, boolean durable, Path log)
            throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        // a session of its own: Ctrl-C in the terminal must reach Lantian only, which then stops the database
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(unprivileged());
        command.addAll(List.of(binaries.program("postgres").toString(), "-D", folder.toString()));
        String onOff = durable ? "on" : "off";
        for (String setting : List.of(
                CLUSTER_MARK,
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=" + onOff,
                "synchronous_commit=" + onOff,
                "full_page_writes=" + onOff,
                "shared_buffers=256MB",
                "work_mem=16MB",
                "maintenance_work_mem=128MB",
                "max_wal_size=2GB",
                "max_connections=60",
                "jit=off",
                "log_timezone=UTC",
                "timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return builder(command, log).start();
    }

    private static ProcessBuilder builder(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // the operator's own PGDATA, PGPORT and the like must not reach our server; its messages are read by us
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** PostgreSQL refuses to run as root, so root steps into a user namespace in which it is nobody. */
    private static List<String> unprivileged() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            command.addAll(List.of("unshare", "--user"));
            if (!isAllowed(command)) {
                throw new DomainException(DatabaseFailures.noNamespaces());
            }
        }
        return command;
    }

    private static boolean isAllowed(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private static void awaitReady(Process process, int port, String password, Path log)
            throws InterruptedException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=5";
        while (true) {
            try (Connection ignored = DriverManager.getConnection(url, USER, password)) {
                return;
            } catch (SQLException e) {
                boolean wrongPassword = "28P01".equals(e.getSQLState());
                if (!process.isAlive() || wrongPassword) {
                    throw new DomainException(DatabaseFailures.didNotStart(log, lastWords(log)), e);
                }
                // no limit: after a crash the server replays its log first, however long that takes
                Thread.sleep(50);
            }
        }
    }

    private static String lastWords(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return lines.stream()
                .filter(line -> {
                    String lower = line.toLowerCase(Locale.ROOT);
                    return lower.contains("fatal") || lower.contains("error") || lower.contains("panic");
                })
                .reduce((first, second) -> second)
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .orElse("?");
    }

    /** Asks for a fast shutdown, then for an immediate one, then ends the process. */
    static void stop(ProcessHandle process, Duration patience) throws InterruptedException {
        if (!ends(process, "INT", patience) && !ends(process, "QUIT", Duration.ofSeconds(2))) {
            process.destroyForcibly();
            ends(process, "KILL", Duration.ofSeconds(1));
        }
    }

    private static boolean ends(ProcessHandle process, String signal, Duration patience) throws InterruptedException {
        if (!process.isAlive()) {
            return true;
        }
        try {
            // Java can only send TERM, which PostgreSQL takes as "when the last client has gone"
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (IOException | ExecutionException e) {
            return !process.isAlive();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
