package org.lantian.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.CommandFailure;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * Where a table goes: standard output, or a file that appears whole or not at all.
 */
public final class TableOutput implements AutoCloseable {

    private final @Nullable Path target;
    private final @Nullable Path part;
    private final OutputStream out;
    private final boolean json;
    private final RowBuffer single;
    private boolean finished;
    private boolean any;

    private TableOutput(
            @Nullable Path target, @Nullable Path part, OutputStream out, List<String> columns, boolean json)
            throws IOException {
        this.target = target;
        this.part = part;
        this.out = out;
        this.json = json;
        this.single = new RowBuffer(columns, json);
        String head = json ? "[\n" : String.join(",", columns) + "\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens the output.
     *
     * @param target file, null for standard output
     * @param inputs files that the command reads; the target must be none of them
     */
    public static TableOutput open(@Nullable Path target, List<Path> inputs, List<String> columns, boolean json) {
        try {
            if (target == null) {
                return new TableOutput(null, null, new FileOutputStream(FileDescriptor.out), columns, json);
            }
            for (Path input : inputs) {
                if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
                    throw new DomainException(new InputError(
                            "output.is-input",
                            target.toString(),
                            0,
                            "-o",
                            "",
                            new BilingualText("与输入不同的文件", "a file other than the input")));
                }
            }
            Path part = target.resolveSibling(target.getFileName() + ".part");
            return new TableOutput(target, part, Files.newOutputStream(part), columns, json);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** A buffer to fill with rows for {@link #write}; one per thread. */
    public RowBuffer newRows(List<String> columns) {
        return new RowBuffer(columns, json);
    }

    /** The buffer for a table that is made row by row by one thread. */
    public RowBuffer rows() {
        return single;
    }

    /** Writes the rows of a buffer behind those written before. */
    public void write(RowBuffer rows) {
        if (rows.rows() == 0) {
            return;
        }
        try {
            if (json && any && rows != single) {
                out.write(',');
            }
            any = true;
            rows.writeTo(out);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Completes the output; without it a file is not made. */
    public void finish() {
        try {
            write(single);
            if (json) {
                out.write("]\n".getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            if (target != null && part != null) {
                out.close();
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
            finished = true;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static CommandFailure unwritable(@Nullable Path target, IOException e) {
        String where = target == null ? "stdout" : target.toString();
        return new CommandFailure(new BilingualText("无法写入 " + where + "：" + e, "Cannot write " + where + ": " + e), e);
    }

    @Override
    public void close() {
        if (finished || part == null) {
            return;
        }
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }
}
