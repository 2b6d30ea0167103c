package org.lantian.server.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.export.CsvTable;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobRun;
import org.springframework.stereotype.Component;

/**
 * Compares the store with its tables, byte by byte, every day and when somebody asks. What it finds it tells; it removes
 * and mends nothing.
 */
@Component
public class FileCheck implements JobHandler {

    public static final String KIND = "files-check";

    /** Time to attach an upload before it counts as unused. */
    private static final Duration TIME_TO_ATTACH = Duration.ofHours(24);

    /** No upload takes so long. */
    private static final Duration TIME_TO_UPLOAD = Duration.ofHours(1);

    private static final int BATCH = 500;

    /** What can be wrong. */
    enum Finding {
        /** In the tables but not on the disk. */
        MISSING,
        /** On the disk with other bytes than were brought. */
        CHANGED,
        /** On the disk but not in the tables: the server was killed while it took an upload in, or somebody put it there. */
        UNKNOWN,
        /** Brought, but used by nothing. */
        UNUSED,
        /** Left over from an upload that was broken off. */
        TEMPORARY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final BlobFolder blobs;
    private final FileRepository files;

    FileCheck(BlobFolder blobs, FileRepository files) {
        this.blobs = blobs;
        this.files = files;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public BilingualText title() {
        return new BilingualText("检查文件库", "check of the file store");
    }

    @Override
    public boolean isRepeatable(Job job) {
        return true;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public Map<String, Object> run(JobRun run) throws IOException {
        Path target = run.resultFile("files-check.csv", "text/csv;charset=UTF-8");
        try (Writer out = Files.newBufferedWriter(target)) {
            Check check = new Check(run, out);
            check.known();
            check.named();
            check.incoming();
            return check.result();
        }
    }

    /** One check on its way. */
    private final class Check {
        private final JobRun run;
        private final CsvTable table;
        private final Instant now = Instant.now();
        private final long totalBytes = Math.max(1, files.totalBytes());
        private final Map<Finding, Long> findings = new EnumMap<>(Finding.class);
        private long checkedFiles;
        private long checkedBytes;

        Check(JobRun run, Writer out) {
            this.run = run;
            this.table = new CsvTable(out, "finding", "sha256", "bytes", "uses", "names");
            Arrays.stream(Finding.values()).forEach(finding -> findings.put(finding, 0L));
        }

        /** What the tables know must lie on the disk as it was brought. */
        void known() throws IOException {
            List<FileRepository.Known> batch = files.listKnown("", BATCH);
            while (!batch.isEmpty()) {
                for (FileRepository.Known known : batch) {
                    compare(known);
                }
                batch = files.listKnown(batch.getLast().sha256(), BATCH);
            }
        }

        private void compare(FileRepository.Known known) throws IOException {
            Path path = blobs.path(known.sha256());
            if (!Files.isRegularFile(path)) {
                note(Finding.MISSING, known);
            } else if (Files.size(path) != known.bytes()
                    || !BlobFolder.hash(path, run::check).equals(known.sha256())) {
                note(Finding.CHANGED, known);
            }
            if (known.uses() == 0 && known.stored().plus(TIME_TO_ATTACH).isBefore(now)) {
                note(Finding.UNUSED, known);
            }
            checkedFiles++;
            checkedBytes += known.bytes();
            run.progress(
                    0.95 * checkedBytes / totalBytes,
                    new BilingualText("已核对 " + checkedFiles + " 个文件", checkedFiles + " files compared"));
        }

        /** What lies on the disk must be known. */
        void named() throws IOException {
            try (Stream<Path> named = blobs.named()) {
                for (Path file : (Iterable<Path>) named::iterator) {
                    run.check();
                    String name = blobs.nameOf(file);
                    // asked after it was seen: what is being taken in gets its rows a moment after its name
                    if (!files.isKnown(name) && isOlder(file, TIME_TO_UPLOAD)) {
                        note(Finding.UNKNOWN, name, size(file), 0, null);
                    }
                }
            }
        }

        void incoming() throws IOException {
            try (Stream<Path> incoming = blobs.incoming()) {
                for (Path file : (Iterable<Path>) incoming::iterator) {
                    if (isOlder(file, TIME_TO_UPLOAD)) {
                        note(Finding.TEMPORARY, String.valueOf(file.getFileName()), size(file), 0, null);
                    }
                }
            }
        }

        private boolean isOlder(Path file, Duration age) {
            try {
                return Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(now);
            } catch (IOException e) {
                return false; // gone meanwhile
            }
        }

        private long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void note(Finding finding, FileRepository.Known known) {
            note(finding, known.sha256(), known.bytes(), known.uses(), known.names());
        }

        private void note(Finding finding, String sha256, long bytes, long uses, @Nullable String names) {
            findings.merge(finding, 1L, Long::sum);
            table.row(Arrays.asList(finding.code(), sha256, bytes, uses, names));
            run.log(new BilingualText(
                    finding.code() + " " + sha256 + "（" + bytes + " 字节）",
                    finding.code() + " " + sha256 + " (" + bytes + " bytes)"));
        }

        Map<String, Object> result() {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("files", checkedFiles);
            result.put("bytes", checkedBytes);
            findings.forEach((finding, count) -> result.put(finding.code(), count));
            return result;
        }
    }
}
