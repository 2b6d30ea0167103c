package org.lantian.server.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lantian.quantities.DomainException;

/** Recognises and stops a database server that a killed Lantian left running in its data directory. */
final class OrphanedPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private OrphanedPostgres() {}

    /**
     * Makes the folder free for a new server.
     *
     * @throws DomainException when a server that is not ours uses it
     */
    static void clear(Path folder) throws IOException, InterruptedException {
        Path pidFile = folder.resolve("postmaster.pid");
        Optional<ProcessHandle> process = readPid(pidFile).flatMap(ProcessHandle::of);
        if (process.isEmpty() || !process.get().isAlive()) {
            return; // a server that finds a dead predecessor's file replaces it itself
        }
        String commandLine = commandLine(process.get().pid());
        if (!commandLine.contains("postgres") || !commandLine.contains(folder.toString())) {
            Files.delete(pidFile); // the number was given to another program since
        } else if (commandLine.contains(PostgresProcess.CLUSTER_MARK)) {
            PostgresProcess.stop(process.get(), PATIENCE);
        } else {
            throw new DomainException(
                    DatabaseFailures.foreignServer(folder, process.get().pid()));
        }
    }

    private static Optional<Long> readPid(Path pidFile) throws IOException {
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String commandLine(long pid) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return ""; // ended meanwhile
        }
    }
}
