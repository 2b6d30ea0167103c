package org.lantian.observations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small input files for tests. */
final class Samples {

    private final Path folder;

    Samples(Path folder) {
        this.folder = folder;
    }

    Path text(String name, String... lines) {
        return bytes(name, join(lines).getBytes(StandardCharsets.UTF_8));
    }

    Path text(String name, Charset charset, String... lines) {
        return bytes(name, join(lines).getBytes(charset));
    }

    Path gzip(String name, String... lines) {
        return bytes(name, packed(join(lines).getBytes(StandardCharsets.UTF_8)));
    }

    Path bytes(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String join(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
