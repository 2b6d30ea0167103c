package org.lantian.server.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.quantities.DomainException;
import org.lantian.server.settings.LantianSettings;

@DisplayName("A full disk")
class FullDiskTest {

    @TempDir
    Path folder = Path.of("");

    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=70m", "lantian-test", disk.toString()) == 0,
                "a small tmpfs can't be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    @DisplayName("refuses an upload before the last room is gone, leaves nothing behind, and takes what fits")
    void upload() throws Exception {
        BlobFolder blobs = new BlobFolder(new LantianSettings(disk, folder, null, Locale.ENGLISH));
        byte[] large = new byte[12 << 20];
        assertThatThrownBy(() -> blobs.receive(new ByteArrayInputStream(large), "large.txt", Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.error().code()).isEqualTo("files.no-space"));
        try (Stream<Path> left = Files.walk(disk)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        BlobFolder.Incoming small =
                blobs.receive(new ByteArrayInputStream(new byte[1 << 20]), "small.txt", Long.MAX_VALUE);
        blobs.keep(small);
        assertThat(blobs.path(small.sha256())).hasSize(1 << 20);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
