package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
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
    public Map<String, Object> run(JobRun run) {
        ImportRow file = imports.find(run.job().intParameter(IMPORT)).orElseThrow();
        try (ImportFiles.Source source = open(file, run)) {
            imports.setSha256(file.id(), source.sha256());
            run.log(new BilingualText(
                    "文件 " + file.fileBytes() + " 字节，SHA-256 " + source.sha256(),
                    "file of " + file.fileBytes() + " bytes, SHA-256 " + source.sha256()));
            return importer.run(file, source, run);
        }
    }

    private ImportFiles.Source open(ImportRow file, JobRun run) {
        try {
            return files.open(file, run::check);
        } catch (IOException | DomainException e) {
            throw importer.unreadable(file, run, e);
        }
    }

    @Override
    public void ended(Job job) {
        imports.find(job.intParameter(IMPORT)).ifPresent(files::release);
    }
}
