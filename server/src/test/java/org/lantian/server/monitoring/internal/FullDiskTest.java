package org.lantian.server.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.server.LantianServer;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;
import org.lantian.server.database.internal.PostgresProcess;
import org.lantian.server.jobs.JobState;
import org.lantian.testing.ReferenceKit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("When the disk is full")
class FullDiskTest {

    private static final String PASSWORD = "test";

    @TempDir
    Path folder = Path.of("");

    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=280m", "lantian-test", disk.toString()) == 0,
                "a small tmpfs can't be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    @DisplayName(
            "an import fails with one clear sentence, nothing of it is stored, and what fits is imported afterwards")
    void importFails() throws Exception {
        PostgresProcess postgres = PostgresProcess.start(disk.resolve("postgres"), PASSWORD, true);
        try {
            postgres.createDatabase("full", PASSWORD);
            try (ConfigurableApplicationContext context = server(postgres.url("full"))) {
                AirImports queue = context.getBean(AirImports.class);
                JdbcClient jdbc = context.getBean(JdbcClient.class);
                List<String> codes = context.getBean(CityCatalog.class).stations().stream()
                        .map(Station::code)
                        .toList();
                Path large = LargeFile.write(folder.resolve("large.csv"), codes, 3000);
                AirImport failed = queue.await(queue.submit(request(large)), part -> {});
                assertThat(failed.state()).isEqualTo(JobState.FAILED);
                assertThat(failed.failure().orElseThrow().code()).isEqualTo("import.no-space");
                assertThat(jdbc.sql("SELECT count(*) FROM station_day")
                                .query(Long.class)
                                .single())
                        .isZero();
                assertThat(postgres.isAlive()).isTrue();

                jdbc.sql("VACUUM station_day").update(); // gives back the pages of the rows that were rolled back
                Path small = LargeFile.write(folder.resolve("small.csv"), codes, 3);
                AirImport done = queue.await(queue.submit(request(small)), part -> {});
                assertThat(done.state()).as(() -> "" + done.failure()).isEqualTo(JobState.DONE);
            }
        } finally {
            postgres.close();
        }
    }

    private ConfigurableApplicationContext server(String url) {
        return new SpringApplicationBuilder(LantianServer.class)
                .run(
                        "--server.port=0",
                        "--lantian.data-directory=" + disk.resolve("data"),
                        "--lantian.city="
                                + ReferenceKit.checkout().orElseThrow().resolve("cities/jincheng"),
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + PostgresProcess.USER,
                        "--spring.datasource.password=" + PASSWORD);
    }

    private static ImportRequest request(Path file) {
        return new ImportRequest(
                String.valueOf(file.getFileName()), file, false, Optional.empty(), Optional.empty(), false, false);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
