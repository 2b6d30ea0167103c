package org.lantian.dispersion.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The output folder")
class OutputFolderTest {

    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).toList();
        }
    }

    @Test
    @DisplayName("shows files when all are complete")
    void commit() throws IOException {
        try (OutputFolder output = new OutputFolder(folder, List.of())) {
            output.create("a/b.plt").write(65);
            assertThat(folder.resolve("a/b.plt")).doesNotExist();
            assertThat(output.commit()).containsExactly(folder.resolve("a/b.plt"));
        }
        assertThat(folder.resolve("a/b.plt")).hasContent("A");
        assertThat(files()).hasSize(2);
    }

    @Test
    @DisplayName("is as it was when the run is given up, and an earlier result stays")
    void givenUp() throws IOException {
        Files.writeString(folder.resolve("old.plt"), "old");
        try (OutputFolder output = new OutputFolder(folder, List.of())) {
            output.create("old.plt").write(65);
            output.create("new/deep/x.plt").write(65);
        }
        assertThat(folder.resolve("old.plt")).hasContent("old");
        assertThat(files()).containsExactly(folder.resolve("old.plt"));
    }

    @Test
    @DisplayName("is as it was when the disk is full")
    void diskFull() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "a device that is always full");
        Files.createSymbolicLink(folder.resolve("x.plt.part"), full);
        assertThatThrownBy(() -> {
                    try (OutputFolder output = new OutputFolder(folder, List.of())) {
                        OutputStream out = output.create("x.plt");
                        out.write(new byte[10]);
                        output.commit();
                    }
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left");
        assertThat(files()).isEmpty();
    }

    @Test
    @DisplayName("never takes a file that the run reads for one to write")
    void input() throws IOException {
        Path input = Files.writeString(folder.resolve("met.sfc"), "weather");
        try (OutputFolder output = new OutputFolder(folder, List.of(input))) {
            assertThatThrownBy(() -> output.create("met.sfc"))
                    .isInstanceOf(org.lantian.quantities.DomainException.class)
                    .hasMessageContaining("met.sfc");
        }
        assertThat(input).hasContent("weather");
    }

    @Test
    @DisplayName("writes nothing outside itself")
    void outside() {
        try (OutputFolder output = new OutputFolder(folder, List.of())) {
            assertThatThrownBy(() -> output.create("../x.plt")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
