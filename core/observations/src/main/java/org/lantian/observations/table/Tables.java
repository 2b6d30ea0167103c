package org.lantian.observations.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens a file as a {@link Table}, whatever it is by its first bytes; the name's ending plays no part. */
public final class Tables {

    private static final int BUFFER = 1 << 16;

    private Tables() {}

    /**
     * Opens a file: delimited text or an XLSX workbook, as it is or gzipped.
     *
     * @param name for messages
     * @param progress told the bytes of the file read so far; may throw to stop
     * @throws org.lantian.quantities.DomainException when it is no such file; the message says why
     */
    public static Table open(Path path, String name, LongConsumer progress) {
        if (Files.isDirectory(path)) {
            throw TableErrors.of("import.directory", name, 0, "", "一个文件，而不是文件夹", "a file, not a directory");
        }
        if (!Files.exists(path)) {
            throw TableErrors.of("import.no-file", name, 0, "", "一个存在的文件", "a file that exists");
        }
        @Nullable InputStream in = null;
        try {
            in = new BufferedInputStream(new Counting(Files.newInputStream(path), progress), BUFFER);
            Table table = open(in, path, name);
            in = null;
            return table;
        } catch (EOFException | ZipException e) {
            throw TableErrors.truncated(name, e);
        } catch (IOException e) {
            throw TableErrors.unreadable(name, e);
        } finally {
            closeQuietly(in);
        }
    }

    private static Table open(InputStream in, Path path, String name) throws IOException {
        int[] magic = peek(in, 4);
        if (magic.length == 0) {
            throw TableErrors.of("import.empty", name, 0, "", "有内容的文件，但它是空的", "a file with content, but it is empty");
        }
        if (isZip(magic)) {
            in.close();
            return WorkbookTable.open(path, name);
        }
        if (isOldWorkbook(magic)) {
            throw TableErrors.of(
                    "import.old-workbook",
                    name,
                    0,
                    "",
                    " XLSX；旧版 XLS 请另存为 XLSX",
                    "XLSX; please save an old XLS as XLSX");
        }
        if (!isGzip(magic)) {
            return new DelimitedTable(name, in);
        }
        InputStream unpacked = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        int[] inner = peek(unpacked, 4);
        if (inner.length == 0) {
            throw TableErrors.of("import.empty", name, 0, "", "有内容的文件，但它是空的", "a file with content, but it is empty");
        }
        return isZip(inner) ? WorkbookTable.openPacked(unpacked, name) : new DelimitedTable(name, unpacked);
    }

    private static boolean isGzip(int[] magic) {
        return magic.length >= 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }

    private static boolean isZip(int[] magic) {
        return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
    }

    private static boolean isOldWorkbook(int[] magic) {
        return magic.length == 4 && magic[0] == 0xD0 && magic[1] == 0xCF && magic[2] == 0x11 && magic[3] == 0xE0;
    }

    /** The first bytes, fewer when there are no more, without taking them. */
    private static int[] peek(InputStream in, int wanted) throws IOException {
        in.mark(wanted);
        byte[] bytes = in.readNBytes(wanted);
        in.reset();
        int[] unsigned = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            unsigned[i] = bytes[i] & 0xFF;
        }
        return unsigned;
    }

    private static void closeQuietly(@Nullable InputStream in) {
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                // the fault that led here is the one to report
            }
        }
    }

    /** Tells how much of the packed file has been read. */
    private static final class Counting extends FilterInputStream {
        private final LongConsumer progress;
        private long count;

        Counting(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                count += read;
                progress.accept(count);
            }
            return read;
        }
    }
}
