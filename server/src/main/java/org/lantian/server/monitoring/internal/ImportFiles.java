package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lantian.observations.ColumnMapping;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;
import org.lantian.server.settings.LantianSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder in the data directory where uploads wait for their turn and imports keep what doesn't fit into memory. */
@Component
public class ImportFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);

    /** Room for the database's log while it rolls back or checkpoints. */
    private static final long LEAST_FREE_BYTES = 64L << 20;

    private final Path folder;

    ImportFiles(LantianSettings settings) throws IOException {
        this.folder = Files.createDirectories(
                settings.dataDirectory().resolve("files").resolve("imports"));
    }

    Path folder() {
        return folder;
    }

    /**
     * Refuses to go on when the disk is nearly full, while the database can still roll back: were its log to find no
     * space, it would stop altogether.
     *
     * @param bytes about what is to be written next
     * @throws IOException when there is not enough space for it
     */
    void checkSpace(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_FREE_BYTES + bytes) {
            throw new IOException("No space left: " + (free >> 20) + " MiB");
        }
    }

    /**
     * The file of an import as it is read.
     *
     * @param file where it lies
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param isCopy whether it was made for this reading
     */
    record Source(Path file, String sha256, boolean isCopy) implements AutoCloseable {

        @Override
        public void close() {
            if (isCopy) {
                delete(file);
            }
        }
    }

    /**
     * Reads a file through for its hash. One that is not ours and is to be stored is copied by the way, so that what is hashed,
     * read and kept are the same bytes, whatever its owner does meanwhile.
     *
     * @param between called now and then; may throw to break off
     */
    Source open(ImportRow row, Runnable between) throws IOException {
        Path given = Path.of(row.filePath());
        if (!Files.isReadable(given)) {
            throw ImportFailures.fileGone();
        }
        if (row.fileIsOurs() || row.dryRun()) {
            return new Source(given, copy(given, OutputStream.nullOutputStream(), between), false);
        }
        checkSpace(Files.size(given));
        Path copy = Files.createTempFile(folder, "copy", ".data");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(copy)) {
            Source source = new Source(copy, copy(given, out, between), true);
            whole = true;
            return source;
        } finally {
            if (!whole) {
                delete(copy);
            }
        }
    }

    private static String copy(Path file, OutputStream into, Runnable between) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                into.write(buffer, 0, read);
                between.run();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Keeps an upload; the file is ours to delete. */
    public Path keep(InputStream upload) throws IOException {
        Path file = Files.createTempFile(folder, "upload", ".data");
        try {
            Files.copy(upload, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            if (ImportFailures.isDiskFull(e)) {
                throw new DomainException(new ApiError(507, "import.no-space", ImportFailures.NO_SPACE, Map.of()), e);
            }
            throw e;
        }
    }

    /**
     * Understands a mapping.
     *
     * @throws org.lantian.quantities.DomainException when it is none
     */
    public ColumnMapping readMapping(ImportRequest.Mapping mapping) throws IOException {
        Path file = Files.createTempFile(folder, "mapping", ".csv");
        try {
            Files.writeString(file, mapping.text());
            return ColumnMapping.read(file, mapping.name());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Deletes the file of an import that has ended, if it is ours. */
    void release(ImportRow ended) {
        if (ended.fileIsOurs()) {
            delete(Path.of(ended.filePath()));
        }
    }

    /** Deletes what an earlier life of the server left behind, but for these files. */
    void clean(Set<String> needed) {
        try (Stream<Path> left = Files.list(folder)) {
            left.filter(file -> !needed.contains(file.toAbsolutePath().toString()))
                    .forEach(ImportFiles::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot delete {}: {}", file, e.toString());
        }
    }
}
