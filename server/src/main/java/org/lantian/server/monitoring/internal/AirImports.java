package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.Jobs;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports from the outside: asked for as jobs, watched, cancelled. */
@Component
public class AirImports implements InitializingBean {

    private final ImportRepository imports;
    private final ImportFiles files;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final TransactionTemplate snapshot;

    AirImports(ImportRepository imports, ImportFiles files, Jobs jobs, PlatformTransactionManager transactions) {
        this.imports = imports;
        this.files = files;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** Before anything is uploaded: deletes what an earlier life of the server left behind and no open import needs. */
    @Override
    public void afterPropertiesSet() {
        Set<String> needed = new HashSet<>();
        for (Job job : jobs.listOpen(AirImportJobs.KIND)) {
            imports.find(job.intParameter(AirImportJobs.IMPORT)).ifPresent(row -> needed.add(row.filePath()));
        }
        files.clean(needed);
    }

    /**
     * Puts a file into the queue and gives the id of its import.
     *
     * @throws org.lantian.quantities.DomainException when too many jobs wait already
     */
    public int submit(ImportRequest request) {
        boolean kept = false;
        try {
            Integer id = transactions.execute(status -> {
                int added = imports.add(request, size(request.path()));
                long job = jobs.submit(JobRequest.of(AirImportJobs.KIND, request.fileName())
                        .about("import", Integer.toString(added))
                        .with(Map.of(AirImportJobs.IMPORT, added, AirImportJobs.UPLOAD, request.fileIsOurs())));
                imports.setJob(added, job);
                return added;
            });
            kept = true;
            return Objects.requireNonNull(id);
        } finally {
            if (!kept && request.fileIsOurs()) {
                ImportFiles.delete(request.path());
            }
        }
    }

    /** Row and job are read as of one moment: where the job has ended, the row says what it did. */
    public Optional<AirImport> find(int id) {
        return Objects.requireNonNull(snapshot.execute(status ->
                imports.find(id).flatMap(row -> jobs.find(row.jobId()).map(job -> new AirImport(row, job)))));
    }

    /** Part of the imports that match. */
    public Page<AirImport> page(ImportFilter filter, PageQuery query) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            Page<ImportRow> rows = imports.page(filter, query);
            Map<Long, Job> known =
                    jobs.find(rows.items().stream().map(ImportRow::jobId).toList());
            return rows.map(row -> new AirImport(row, Objects.requireNonNull(known.get(row.jobId()))));
        }));
    }

    /** Cancels an import that waits or runs; one that has ended stays as it is. */
    public void cancel(AirImport wanted) {
        jobs.cancel(wanted.job().id());
    }

    /** Waits until an import has ended. */
    public AirImport await(int id, DoubleConsumer progress) throws InterruptedException {
        long job = find(id).orElseThrow().job().id();
        jobs.await(job, watched -> progress.accept(watched.progress()));
        return find(id).orElseThrow();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
