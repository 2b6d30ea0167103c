package org.lantian.server.files.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks into the containers of older Office documents (MS-CFB): the directory must name the stream that makes the document
 * what its ending says. Many other things come in such containers, installers among them.
 */
final class OleContent {

    private static final int HEADER_BYTES = 512;
    private static final int ENTRY_BYTES = 128;

    /** The first sectors of the directory hold the main streams. */
    private static final int ENTRIES_OF_A_SECTOR = 32;

    private OleContent() {}

    static void check(Path file, String name, FileType type) throws IOException {
        Set<String> streams = streams(file);
        boolean fits = switch (type) {
            case DOC -> streams.contains("WordDocument");
            case XLS -> streams.contains("Workbook") || streams.contains("Book");
            case PPT -> streams.contains("PowerPoint Document");
            default -> false;
        };
        if (!fits) {
            throw FileErrors.otherContent(name, "application/x-ole-storage");
        }
        if (streams.contains("_VBA_PROJECT_CUR") || streams.contains("Macros")) {
            throw FileErrors.broken(name, "含有宏", "it contains macros");
        }
    }

    /** Names in the first sector of the directory. */
    private static Set<String> streams(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = read(channel, 0, HEADER_BYTES);
            if (header.remaining() < HEADER_BYTES) {
                return names;
            }
            int sectorShift = header.getShort(30);
            long directory = Integer.toUnsignedLong(header.getInt(48));
            if (sectorShift != 9 && sectorShift != 12) {
                return names;
            }
            int bytes = Math.min(1 << sectorShift, ENTRIES_OF_A_SECTOR * ENTRY_BYTES);
            ByteBuffer sector = read(channel, directory + 1 << sectorShift, bytes);
            for (int at = 0; at + ENTRY_BYTES <= sector.remaining(); at += ENTRY_BYTES) {
                int length = sector.getShort(at + 64) - 2; // in bytes of UTF-16, with a final zero
                if (length > 0 && length <= 62) {
                    byte[] text = new byte[length];
                    sector.get(at, text);
                    names.add(new String(text, StandardCharsets.UTF_16LE));
                }
            }
        }
        return names;
    }

    private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // reads on
        }
        return buffer.flip();
    }
}
