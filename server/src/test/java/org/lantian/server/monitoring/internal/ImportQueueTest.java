package org.lantian.server.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("The queue of imports")
class ImportQueueTest {

    @TempDir
    Path folder = Path.of("");

    private final ImportQueue queue;
    private final ImportRepository imports;
    private final CityCatalog catalog;
    private final JdbcClient jdbc;
    private final Environment environment;
    private final LantianSettings settings;

    @Autowired
    ImportQueueTest(
            ImportQueue queue,
            ImportRepository imports,
            CityCatalog catalog,
            JdbcClient jdbc,
            Environment environment,
            LantianSettings settings) {
        this.queue = queue;
        this.imports = imports;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.environment = environment;
        this.settings = settings;
    }

    @BeforeEach
    void empty() {
        for (String table : List.of(
                "station_day_changed", "observation_revision", "station_day", "import_rejection", "air_import")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    @Test
    @DisplayName("works on one import at a time, in the order in which they came")
    void oneAtATime() throws Exception {
        Path first = LargeFile.write(folder.resolve("first.csv"), codes(), 60);
        Path second = LargeFile.write(folder.resolve("second.csv"), codes(), 61);
        int firstId = queue.submit(request(first, true));
        int secondId = queue.submit(request(second, true));
        ImportRow secondEnded = queue.await(secondId, part -> {});
        ImportRow firstEnded = imports.find(firstId).orElseThrow();
        assertThat(firstEnded.state()).isEqualTo(ImportState.DONE);
        assertThat(secondEnded.state()).isEqualTo(ImportState.DONE);
        assertThat(secondEnded.started()).isAfterOrEqualTo(firstEnded.finished());
        long values = codes().size() * 60L * 24 * 6;
        assertThat(firstEnded.counts().accepted()).isEqualTo(values);
        assertThat(secondEnded.counts().unchanged()).isEqualTo(values);
        assertThat(secondEnded.counts().accepted()).isEqualTo(values / 60);
        assertThat(first).doesNotExist();
    }

    @Test
    @DisplayName("cancels what waits at once and what runs before it commits; neither stores anything")
    void cancel() throws Exception {
        Path large = LargeFile.write(folder.resolve("large.csv"), codes(), 700);
        Path small = LargeFile.write(folder.resolve("small.csv"), codes(), 1);
        int running = queue.submit(request(large, false));
        int waiting = queue.submit(request(small, true));
        await(running, ImportState.RUNNING);
        queue.cancel(imports.find(waiting).orElseThrow());
        queue.cancel(imports.find(running).orElseThrow());
        assertThat(queue.await(running, part -> {}).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(queue.await(waiting, part -> {}).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(storedDays()).isZero();
        assertThat(large).exists(); // not ours to delete
        assertThat(small).doesNotExist();
    }

    @Test
    @DisplayName("an upload that runs when the server stops in order goes on at the next start")
    void orderlyStop() throws Exception {
        Path large = LargeFile.write(folder.resolve("large.csv"), codes(), 700);
        // where uploads wait: what lies there and is still needed survives the cleaning at start
        Path upload = Files.move(large, settings.dataDirectory().resolve("files/imports/large.csv"));
        int id = queue.submit(request(upload, true));
        await(id, ImportState.RUNNING);
        queue.stop();
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.QUEUED);
        assertThat(storedDays()).isZero();
        queue.start();
        assertThat(queue.await(id, part -> {}).state()).isEqualTo(ImportState.DONE);
        assertThat(storedDays()).isEqualTo(codes().size() * 701L);
    }

    @Test
    @DisplayName("kill -9 in the middle of an import: nothing of it is stored, and the next start marks it as failed")
    void killed() throws Exception {
        Path large = LargeFile.write(folder.resolve("large.csv"), codes(), 1500);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        large.toString(),
                        folder.resolve("data").toString(),
                        settings.city().toString(),
                        String.valueOf(environment.getProperty("spring.datasource.url")),
                        String.valueOf(environment.getProperty("spring.datasource.username")),
                        String.valueOf(environment.getProperty("spring.datasource.password")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            int id = awaitAny(ImportState.RUNNING, server);
            awaitUncommittedRows();
            server.destroyForcibly().waitFor();
            assertThat(storedDays()).isZero();
            queue.stop();
            queue.start();
            ImportRow row = imports.find(id).orElseThrow();
            assertThat(row.state()).isEqualTo(ImportState.FAILED);
            assertThat(row.error()).isEqualTo(ImportFailures.INTERRUPTED);
            assertThat(storedDays()).isZero();
            assertThat(jdbc.sql("SELECT count(*) FROM station_day_changed")
                            .query(Long.class)
                            .single())
                    .isZero();
            // and the same file can be imported afterwards: no lock, no half row is left
            int again = queue.submit(request(large, false));
            assertThat(queue.await(again, part -> {}).state()).isEqualTo(ImportState.DONE);
            assertThat(storedDays()).isEqualTo(codes().size() * 1501L);
        } finally {
            server.destroyForcibly();
        }
    }

    private List<String> codes() {
        return catalog.stations().stream().map(Station::code).toList();
    }

    private static ImportRequest request(Path file, boolean ours) {
        return new ImportRequest(
                String.valueOf(file.getFileName()),
                file,
                ours,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                "test");
    }

    private void await(int id, ImportState state) throws InterruptedException {
        for (int i = 0; imports.find(id).orElseThrow().state() != state; i++) {
            assertThat(i).as("waits for " + state).isLessThan(3000);
            Thread.sleep(2);
        }
    }

    private int awaitAny(ImportState state, Process server) throws InterruptedException, IOException {
        for (int i = 0; i < 3000; i++) {
            List<ImportRow> found = imports.listInState(state);
            if (!found.isEmpty()) {
                return found.getFirst().id();
            }
            assertThat(server.isAlive()).as(() -> log()).isTrue();
            Thread.sleep(20);
        }
        throw new AssertionError("no import began: " + log());
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Waits until the table has pages on disk although no row is committed: the import is in the middle of writing. */
    private void awaitUncommittedRows() throws InterruptedException {
        long before = tableBytes();
        for (int i = 0; tableBytes() <= before; i++) {
            assertThat(i).as("waits for rows that are not committed").isLessThan(3000);
            Thread.sleep(5);
        }
    }

    private long tableBytes() {
        return jdbc.sql("SELECT pg_relation_size('station_day')")
                .query(Long.class)
                .single();
    }

    private long storedDays() {
        return jdbc.sql("SELECT count(*) FROM station_day").query(Long.class).single();
    }
}
