package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Imports one file after another, as jobs. */
@Component
class AirImportJobs implements JobHandler {

    static final String KIND = "import-air";

    /** Parameters: number of the import; whether its file is an upload, which is ours. */
    static final String IMPORT = "importId";

    static final String UPLOAD = "upload";

    private final ImportRepository imports;
    private final ImportFiles files;
    private final AirImporter importer;

    AirImportJobs(ImportRepository imports, ImportFiles files, AirImporter importer) {
        this.imports = imports;
        this.files = files;
        this.importer = importer;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public BilingualText title() {
        return new BilingualText("导入监测数据", "import of monitoring data");
    }

    /**
     * An upload lies with us and is begun again. Whoever named a file of his own no longer waits for it; declared files
     * come again at the next start.
     */
    @Override
    public boolean isRepeatable(Job job) {
        return Boolean.TRUE.equals(job.parameters().get(UPLOAD));
    }

    /** Values name the import they come from, and that its job. */
    @Override
    public Optional<Duration> kept() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> run(JobRun run) throws IOException {
        ImportRow file = imports.find(run.job().intParameter(IMPORT)).orElseThrow();
        Path path = Path.of(file.filePath());
        if (!Files.isReadable(path)) {
            throw ImportFailures.fileGone();
        }
        String sha256 = sha256(path, run);
        imports.setSha256(file.id(), sha256);
        run.log(new BilingualText(
                "文件 " + file.fileBytes() + " 字节，SHA-256 " + sha256,
                "file of " + file.fileBytes() + " bytes, SHA-256 " + sha256));
        return importer.run(file, sha256, run);
    }

    @Override
    public void ended(Job job) {
        imports.find(job.intParameter(IMPORT)).ifPresent(files::release);
    }

    private static String sha256(Path path, JobRun run) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                run.check();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
