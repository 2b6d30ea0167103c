package org.lantian.observations.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Refuses a workbook that would unpack to more than an honest one does (zip bomb), before anything parses it.
 *
 * <p>Everything is unpacked once and counted, because the sizes written in the archive can lie. The limits: an honest
 * year of 200 stations has about 300 MB of sheet XML, packed about 1 : 10; texts shared by all cells stay in memory while
 * reading, so they have a limit of their own.
 */
final class ZipGuard {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final long MOST_SHARED_TEXT_BYTES = 64L << 20;
    private static final long MOST_RATIO = 150;

    /** Below this an entry's ratio says nothing: a small file of equal cells packs very well. */
    private static final long RATIO_FROM_BYTES = 8L << 20;

    private ZipGuard() {}

    static void check(Path path, String name) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb(name, zip.size() + " entries");
            }
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw TableErrors.of(
                        "import.not-a-workbook",
                        name,
                        0,
                        "",
                        " XLSX 工作簿或 gzip 压缩的文本表格",
                        "an XLSX workbook, or a text table packed by gzip");
            }
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                total += unpackedSize(zip, entry, name, total, buffer);
            }
        } catch (ZipException e) {
            throw TableErrors.truncated(name, e);
        }
    }

    private static long unpackedSize(ZipFile zip, ZipEntry entry, String name, long before, byte[] buffer)
            throws IOException {
        long size = 0;
        boolean sharedText = entry.getName().endsWith("sharedStrings.xml");
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                boolean dense = size > RATIO_FROM_BYTES && size > MOST_RATIO * Math.max(1, entry.getCompressedSize());
                if (dense || before + size > MOST_BYTES || (sharedText && size > MOST_SHARED_TEXT_BYTES)) {
                    throw bomb(name, entry.getName());
                }
            }
        }
        return size;
    }

    private static RuntimeException bomb(String name, String found) {
        return TableErrors.of(
                "import.zip-bomb",
                name,
                0,
                found,
                "展开后不超过 1 GB、压缩比正常的 XLSX（此文件疑似压缩炸弹）",
                "an XLSX of at most 1 GB when unpacked and of an ordinary packing ratio (this one looks like a zip bomb)");
    }
}
