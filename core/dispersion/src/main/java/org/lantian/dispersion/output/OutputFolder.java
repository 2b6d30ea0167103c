package org.lantian.dispersion.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * Files of a run, which appear together when it is done. Until then each is written beside its place under another
 * name; closing without {@link #commit()} removes them, and the folders made for them.
 */
public final class OutputFolder implements AutoCloseable {

    private static final String PART = ".part";

    private final Path folder;
    private final List<Path> inputs;
    private final Map<Path, OutputStream> open = new LinkedHashMap<>();
    private final List<Path> madeFolders = new ArrayList<>();
    private boolean committed;

    /** @param inputs files that the run reads: none of them is written over */
    public OutputFolder(Path folder, Collection<Path> inputs) {
        this.folder = folder.toAbsolutePath().normalize();
        this.inputs = List.copyOf(inputs);
    }

    /** Opens a file below the folder. */
    public OutputStream create(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException(name + " is outside " + folder);
        }
        try {
            refuseInput(file);
            makeFolders(parent(file));
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(part(file)), 1 << 16);
            open.put(file, out);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseInput(Path file) throws IOException {
        for (Path input : inputs) {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                throw new DomainException(new InputError(
                        "output.is-input",
                        file.toString(),
                        0,
                        "",
                        "",
                        new BilingualText("与输入不同的文件", "a file other than those the run reads")));
            }
        }
    }

    private Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? folder : parent;
    }

    private void makeFolders(Path wanted) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path path = wanted; path != null && !Files.isDirectory(path); path = path.getParent()) {
            missing.addFirst(path);
        }
        for (Path path : missing) {
            Files.createDirectory(path);
            madeFolders.add(path);
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + PART);
    }

    /** Puts all files into their places. */
    public List<Path> commit() {
        try {
            for (OutputStream out : open.values()) {
                out.close();
            }
            for (Path file : open.keySet()) {
                Files.move(part(file), file, StandardCopyOption.REPLACE_EXISTING);
            }
            committed = true;
            return List.copyOf(open.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (committed) {
            return;
        }
        for (Map.Entry<Path, OutputStream> entry : open.entrySet()) {
            quietly(entry.getValue()::close);
            quietly(() -> Files.deleteIfExists(part(entry.getKey())));
        }
        for (Path made : madeFolders.reversed()) {
            // a folder in which somebody else has put something stays
            quietly(() -> Files.deleteIfExists(made));
        }
    }

    /** What is being given up must not hide why: a full disk refuses the last bytes of a file that goes anyway. */
    private static void quietly(Removal removal) {
        try {
            removal.run();
        } catch (IOException e) {
            // the part file or folder stays behind; its name says what it is
        }
    }

    private interface Removal {
        void run() throws IOException;
    }
}
