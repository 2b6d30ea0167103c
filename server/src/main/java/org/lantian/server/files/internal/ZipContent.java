package org.lantian.server.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into archives and the Office documents that are archives: everything is unpacked once into nothing, so that what
 * an entry says about its size need not be believed.
 */
final class ZipContent {

    static final int MOST_ENTRIES = 10_000;

    /** Unpacked size: as a multiple of the file's own above the first bytes, and in all. */
    static final long MOST_RATIO = 100;

    static final long FREE_BYTES = 16L << 20;
    static final long MOST_BYTES = 1L << 30;

    private ZipContent() {}

    static void check(Path file, String name, FileType type) throws IOException {
        long most = Math.min(MOST_BYTES, Math.max(FREE_BYTES, MOST_RATIO * Files.size(file)));
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw FileErrors.broken(
                        name, "压缩包内条目超过 " + MOST_ENTRIES + " 个", "it has more than " + MOST_ENTRIES + " entries");
            }
            long left = most;
            byte[] buffer = new byte[64 << 10];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                names.add(entry.getName());
                left -= unpack(zip, entry, buffer, left);
                if (left < 0) {
                    throw FileErrors.broken(
                            name,
                            "解压后过大（超过原大小的 " + MOST_RATIO + " 倍或 1 GiB）",
                            "it unpacks to more than " + MOST_RATIO + " times its size, or than 1 GiB");
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw FileErrors.broken(name, "压缩包损坏、加密或结构异常", "the archive is damaged, encrypted or of an odd structure");
        }
        checkOffice(names, name, type);
    }

    /** Unpacks an entry until one byte more than is left; gives how much it was. */
    private static long unpack(ZipFile zip, ZipEntry entry, byte[] buffer, long left) throws IOException {
        long bytes = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0 && bytes <= left; read = in.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private static void checkOffice(Set<String> names, String name, FileType type) {
        String main = switch (type) {
            case DOCX -> "word/document.xml";
            case XLSX -> "xl/workbook.xml";
            case PPTX -> "ppt/presentation.xml";
            default -> "";
        };
        if (main.isEmpty()) {
            return;
        }
        if (!names.contains("[Content_Types].xml") || !names.contains(main)) {
            throw FileErrors.otherContent(name, "application/zip");
        }
        if (names.stream().anyMatch(entry -> entry.endsWith("vbaProject.bin"))) {
            throw FileErrors.broken(name, "含有宏", "it contains macros");
        }
    }
}
