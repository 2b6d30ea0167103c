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
import org.lantian.server.http.PageQuery;
import org.lantian.server.jobs.JobState;
import org.lantian.server.jobs.internal.JobScheduler;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.Patience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("Imports as jobs")
class AirImportsTest {

    @TempDir
    Path folder = Path.of("");

    private final AirImports queue;
    private final JobScheduler scheduler;
    private final CityCatalog catalog;
    private final JdbcClient jdbc;
    private final Environment environment;
    private final LantianSettings settings;

    @Autowired
    AirImportsTest(
            AirImports queue,
            JobScheduler scheduler,
            CityCatalog catalog,
            JdbcClient jdbc,
            Environment environment,
            LantianSettings settings) {
        this.queue = queue;
        this.scheduler = scheduler;
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
        AirImport secondEnded = queue.await(secondId, part -> {});
        AirImport firstEnded = queue.find(firstId).orElseThrow();
        assertThat(firstEnded.state()).isEqualTo(JobState.DONE);
        assertThat(secondEnded.state()).isEqualTo(JobState.DONE);
        assertThat(secondEnded.job().started())
                .isAfterOrEqualTo(firstEnded.job().finished());
        long values = codes().size() * 60L * 24 * 6;
        assertThat(firstEnded.row().counts().accepted()).isEqualTo(values);
        assertThat(secondEnded.row().counts().unchanged()).isEqualTo(values);
        assertThat(secondEnded.row().counts().accepted()).isEqualTo(values / 60);
        assertThat(first).doesNotExist();
    }

    @Test
    @DisplayName("cancels what waits at once and what runs before it commits; neither stores anything")
    void cancel() throws Exception {
        Path large = LargeFile.write(folder.resolve("large.csv"), codes(), 700);
        Path small = LargeFile.write(folder.resolve("small.csv"), codes(), 1);
        int running = queue.submit(request(large, false));
        int waiting = queue.submit(request(small, true));
        await(running, JobState.RUNNING);
        queue.cancel(queue.find(waiting).orElseThrow());
        long asked = System.nanoTime();
        queue.cancel(queue.find(running).orElseThrow());
        assertThat(queue.await(running, part -> {}).state()).isEqualTo(JobState.CANCELLED);
        assertThat((System.nanoTime() - asked) / 1e9)
                .as("seconds until a running import ends")
                .isLessThan(1);
        assertThat(queue.await(waiting, part -> {}).state()).isEqualTo(JobState.CANCELLED);
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
        await(id, JobState.RUNNING);
        scheduler.stop();
        assertThat(queue.find(id).orElseThrow().state()).isEqualTo(JobState.QUEUED);
        assertThat(storedDays()).isZero();
        scheduler.start();
        assertThat(queue.await(id, part -> {}).state()).isEqualTo(JobState.DONE);
        assertThat(storedDays()).isEqualTo(codes().size() * 701L);
    }

    @Test
    @DisplayName(
            "kill -9 in the middle of an import of somebody's own file: nothing of it is stored, and it has failed")
    void killedOwnFile() throws Exception {
        Path large = LargeFile.write(folder.resolve("large.csv"), codes(), 1500);
        int id = killInTheMiddle(large, false);
        AirImport ended = queue.await(id, part -> {});
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.failure().orElseThrow().code()).isEqualTo("job.interrupted");
        assertThat(ended.row().stored()).isFalse();
        assertThat(storedDays()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM station_day_changed")
                        .query(Long.class)
                        .single())
                .isZero();
        // and the same file can be imported afterwards: no lock, no half row is left
        int again = queue.submit(request(large, false));
        assertThat(queue.await(again, part -> {}).state()).isEqualTo(JobState.DONE);
        assertThat(storedDays()).isEqualTo(codes().size() * 1501L);
    }

    @Test
    @DisplayName(
            "kill -9 in the middle of an import of an upload: the next start begins it again and all of it is stored")
    void killedUpload() throws Exception {
        Path large = LargeFile.write(folder.resolve("large.csv"), codes(), 1500);
        Path upload = Files.move(large, settings.dataDirectory().resolve("files/imports/large.csv"));
        int id = killInTheMiddle(upload, true);
        AirImport ended = queue.await(id, part -> {});
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.job().attempts()).isEqualTo(2);
        assertThat(ended.row().counts().accepted()).isEqualTo(codes().size() * 1500L * 24 * 6);
        assertThat(storedDays()).isEqualTo(codes().size() * 1501L);
        assertThat(upload).doesNotExist();
    }

    /** Has a server of its own begin an import, kills it while rows are written, and lets the queue here take over. */
    private int killInTheMiddle(Path large, boolean ours) throws Exception {
        scheduler.stop();
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        large.toString(),
                        Boolean.toString(ours),
                        folder.resolve("data").toString(),
                        settings.city().toString(),
                        String.valueOf(environment.getProperty("spring.datasource.url")),
                        String.valueOf(environment.getProperty("spring.datasource.username")),
                        String.valueOf(environment.getProperty("spring.datasource.password")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            int id = awaitAny(JobState.RUNNING, server);
            awaitUncommittedRows();
            server.destroyForcibly().waitFor();
            assertThat(storedDays()).isZero();
            scheduler.start();
            return id;
        } finally {
            server.destroyForcibly();
        }
    }

    private List<String> codes() {
        return catalog.stations().stream().map(Station::code).toList();
    }

    private static ImportRequest request(Path file, boolean ours) {
        return new ImportRequest(
                String.valueOf(file.getFileName()), file, ours, Optional.empty(), Optional.empty(), false, false);
    }

    private void await(int id, JobState state) throws InterruptedException {
        Patience.await("state " + state, () -> queue.find(id).orElseThrow().state() == state);
    }

    private int awaitAny(JobState state, Process server) throws InterruptedException, IOException {
        for (long i = 0; i < Patience.LONG.toMillis() / 20; i++) {
            Optional<AirImport> found = queue.page(ImportFilter.ALL, PageQuery.first()).items().stream()
                    .filter(known -> known.state() == state)
                    .findFirst();
            if (found.isPresent()) {
                return found.get().id();
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
        Patience.await("rows that are not committed", () -> tableBytes() > before);
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
