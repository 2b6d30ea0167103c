package org.lantian.server.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lantian.server.settings.LantianSettings;
import org.springframework.stereotype.Component;

/**
 * The folder of contents: each under the hash of its bytes, {@code ab/cdef…}. A content is written under a random name,
 * made durable, and only then renamed, so that what has a name is whole.
 */
@Component
class BlobFolder {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Room that is left to the database and the logs. */
    private static final long LEAST_FREE_BYTES = 64L << 20;

    private final Path root;
    private final Path temporary;

    BlobFolder(LantianSettings settings) throws IOException {
        this.root = Files.createDirectories(
                settings.dataDirectory().resolve("files").resolve("store"));
        this.temporary = Files.createDirectories(root.resolve("incoming"));
    }

    /** A content that is written but has no name yet. */
    record Incoming(Path file, String sha256, long bytes) {}

    /**
     * Writes a content down, at most so many bytes.
     *
     * @throws IOException also when the disk is full; nothing is left behind
     */
    Incoming receive(InputStream content, String name, long mostBytes) throws IOException {
        Path file = temporary.resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = digest();
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[64 << 10];
            long bytes = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw FileErrors.tooLarge(name, mostBytes);
                }
                if (Files.getFileStore(temporary).getUsableSpace() < LEAST_FREE_BYTES + read) {
                    throw FileErrors.noSpace();
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
            whole = true;
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Gives a content its name, for good; the same content may be there already. */
    void keep(Incoming incoming) throws IOException {
        Path target = path(incoming.sha256());
        Path folder = root.resolve(incoming.sha256().substring(0, 2));
        if (isWhole(target, incoming.bytes())) {
            Files.delete(incoming.file());
            return;
        }
        Files.createDirectories(folder);
        Files.move(incoming.file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        force(root);
    }

    /** Gives a finished file a second name in the store without moving it; the same content may be there already. */
    void adopt(Path file, String sha256) throws IOException {
        long bytes = Files.size(file);
        if (isWhole(path(sha256), bytes)) {
            return;
        }
        Path named = temporary.resolve(UUID.randomUUID().toString());
        try {
            Files.createLink(named, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, named); // on another disk, or where there are no links
        }
        force(named);
        keep(new Incoming(named, sha256, bytes));
    }

    void discard(Incoming incoming) throws IOException {
        Files.deleteIfExists(incoming.file());
    }

    /** Where a content lies. Only a hash is ever part of a path. */
    Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw FileErrors.notFound(sha256);
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    /** Hash of the bytes that lie there. */
    static String hash(Path file, Runnable between) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                between.run();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Files that lie under a name in the store; the stream is to be closed. */
    Stream<Path> named() throws IOException {
        return Files.walk(root).filter(Files::isRegularFile).filter(file -> !file.startsWith(temporary));
    }

    /** Files that were begun and have no name yet; the stream is to be closed. */
    Stream<Path> incoming() throws IOException {
        return Files.list(temporary).filter(Files::isRegularFile);
    }

    /** The hash that the place of a file stands for, or its path within the store when it is none. */
    String nameOf(Path file) {
        return root.relativize(file).toString().replace("/", "");
    }

    private static boolean isWhole(Path file, long bytes) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == bytes;
    }

    /** Makes a rename durable. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
