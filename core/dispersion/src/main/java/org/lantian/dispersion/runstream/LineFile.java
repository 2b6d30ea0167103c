package org.lantian.dispersion.runstream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** A text file read line by line, whose faults name file and line. Blank lines are passed over. */
final class LineFile implements AutoCloseable {

    private final Path path;
    private final BufferedReader reader;
    private int line;

    LineFile(Path path) {
        this.path = path;
        try {
            // numbers and codes are ASCII; a stray byte of a name must not stop the reading
            this.reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new DomainException(
                    new InputError(
                            "weather.no-file",
                            path.toString(),
                            0,
                            "",
                            "",
                            new BilingualText("存在的文件", "a file that exists")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that is not blank; null at the end. */
    @Nullable
    String next() {
        try {
            String text = reader.readLine();
            line++;
            while (text != null && text.isBlank()) {
                text = reader.readLine();
                line++;
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** Number of the line given last. */
    int line() {
        return line;
    }

    DomainException fault(String code, String field, String value, String zh, String en) {
        return new DomainException(
                new InputError(code, path.toString(), line, field, value, new BilingualText(zh, en)));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
