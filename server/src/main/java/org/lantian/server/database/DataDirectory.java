package org.lantian.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.lantian.quantities.DomainException;
import org.lantian.server.database.internal.DatabaseFailures;
import org.lantian.server.database.internal.OwnerOnly;

/**
 * The folder in which everything lives that must outlive the process, held by one Lantian at a time.
 *
 * <p>{@code postgres/} is the database's own folder, {@code secrets/} holds passwords, {@code run/} what describes the
 * living process, {@code files/} is free for features. The folder is readable by its owner only.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be and takes hold of it.
     *
     * @throws DomainException when it cannot be written or a living Lantian holds it
     */
    public static DataDirectory open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            boolean fresh = !Files.exists(root);
            Files.createDirectories(root);
            if (fresh) {
                Files.setPosixFilePermissions(root, OwnerOnly.FOLDER.value());
            }
            for (String inner : new String[] {"run", "secrets", "files"}) {
                Files.createDirectories(root.resolve(inner), OwnerOnly.FOLDER);
            }
            return lock(root);
        } catch (FileAlreadyExistsException e) {
            throw new DomainException(DatabaseFailures.notAFolder(root), e);
        } catch (IOException e) {
            throw new DomainException(DatabaseFailures.notWritable(root, e), e);
        }
    }

    private static DataDirectory lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("run").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataDirectory(root, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer as for another one
        }
        channel.close();
        throw new DomainException(DatabaseFailures.inUse(root));
    }

    public Path root() {
        return root;
    }

    /** The database's own folder. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Files that describe the living process: {@code server.json}, {@code cli.secret}. */
    public Path run() {
        return root.resolve("run");
    }

    /** A folder for the files of one feature, made if need be. */
    public Path files(String feature) throws IOException {
        return Files.createDirectories(root.resolve("files").resolve(feature));
    }

    /** A secret kept between starts, if it was written before. */
    public Path secret(String name) {
        return root.resolve("secrets").resolve(name);
    }

    /** Writes a file that only its owner can read, all of it or nothing. */
    public static void writePrivately(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OwnerOnly.FILE);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Lets another Lantian have the folder. */
    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
