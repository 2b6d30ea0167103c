package org.lantian.server.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.files.StoredFile;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.JobState;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.jobs.internal.ResultFiles;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("The check of the store of files")
class FileCheckTest {

    private final ContentStore store;
    private final BlobFolder blobs;
    private final Jobs jobs;
    private final ResultFiles results;
    private final JdbcClient jdbc;
    private final Path folder;

    @Autowired
    FileCheckTest(
            ContentStore store,
            BlobFolder blobs,
            Jobs jobs,
            ResultFiles results,
            JdbcClient jdbc,
            LantianSettings settings) {
        this.store = store;
        this.blobs = blobs;
        this.jobs = jobs;
        this.results = results;
        this.jdbc = jdbc;
        this.folder = settings.dataDirectory().resolve("files/store");
    }

    private StoredFile put(String name, String content) {
        return store.put(new ByteArrayInputStream(Samples.bytes(content)), name);
    }

    private Job check() throws InterruptedException {
        Job job = jobs.await(jobs.submit(JobRequest.of(FileCheck.KIND, "")), watched -> {});
        assertThat(job.state()).as(() -> "" + job.failure()).isEqualTo(JobState.DONE);
        return job;
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    @Test
    @DisplayName("finds what is missing, changed, unknown, unused and left over; it lists all and removes nothing")
    void findsAll() throws Exception {
        StoredFile sound = put("sound.txt", "as it was brought");
        StoredFile missing = put("missing.txt", "will be gone");
        StoredFile changed = put("changed.txt", "one bit will turn");
        StoredFile formula = put("=1+1.txt", "unused, with a name that computes");
        Map<String, Object> clean = check().result();
        assertThat(clean)
                .containsEntry("files", 4)
                .containsEntry("missing", 0)
                .containsEntry("changed", 0)
                .containsEntry("unknown", 0)
                .containsEntry("unused", 0)
                .containsEntry("temporary", 0);

        Files.delete(blobs.path(missing.sha256()));
        byte[] bytes = Files.readAllBytes(blobs.path(changed.sha256()));
        bytes[3] ^= 1;
        Files.write(blobs.path(changed.sha256()), bytes);
        Path unknown = Files.createDirectories(folder.resolve("00")).resolve("1".repeat(62));
        Files.writeString(unknown, "nobody knows me");
        makeOld(unknown);
        Path fresh = Files.writeString(folder.resolve("00").resolve("2".repeat(62)), "being taken in");
        Path leftOver = Files.writeString(folder.resolve("incoming/left"), "half an upl");
        makeOld(leftOver);
        jdbc.sql("UPDATE stored_file SET stored = stored - interval '25 hours' WHERE sha256 = ?")
                .param(formula.sha256())
                .update();

        Job job = check();
        assertThat(job.result())
                .containsEntry("missing", 1)
                .containsEntry("changed", 1)
                .containsEntry("unknown", 1)
                .containsEntry("unused", 1)
                .containsEntry("temporary", 1);
        List<String> lines = Files.readAllLines(results.of(job.id()));
        assertThat(lines)
                .hasSize(6)
                .contains(
                        "missing," + missing.sha256() + ",12,0,missing.txt",
                        "changed," + changed.sha256() + ",17,0,changed.txt",
                        "unused," + formula.sha256() + ",33,0,'=1+1.txt",
                        "temporary,left,11,0,")
                .anyMatch(line -> line.startsWith("unknown,00" + "1".repeat(62) + ",15,0,"));
        assertThat(String.join("\n", lines)).doesNotContain(sound.sha256());
        assertThat(List.of(unknown, fresh, leftOver, blobs.path(changed.sha256())))
                .as("nothing is removed")
                .allMatch(Files::exists);

        put("missing.txt", "will be gone");
        assertThat(check().result()).as("brought again, it is there again").containsEntry("missing", 0);
    }
}
