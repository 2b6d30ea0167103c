package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.audit.ChangeLog;
import org.lantian.server.problem.ApiError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports one file after another.
 *
 * <p>The queue is the table {@code air_import}: what waits survives a restart. An import that was running when the process
 * was killed is marked as failed at the next start (the database has rolled it back); one that is running when the server
 * stops in order goes back into the queue.
 */
@Component
public class ImportQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

    /** A place in the queue costs disk space: bounded. */
    private static final int MOST_WAITING = 200;

    private final ImportRepository imports;
    private final ImportFiles files;
    private final AirImporter importer;
    private final ChangeLog changeLog;
    private final TransactionTemplate transactions;
    private final Map<Integer, ImportControl> controls = new ConcurrentHashMap<>();
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread worker;

    ImportQueue(
            ImportRepository imports,
            ImportFiles files,
            AirImporter importer,
            ChangeLog changeLog,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.files = files;
        this.importer = importer;
        this.changeLog = changeLog;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Puts a file at the end of the queue and gives the id of its import.
     *
     * @throws DomainException when too many wait already
     */
    public int submit(ImportRequest request) {
        int waiting = imports.listInState(ImportState.QUEUED).size();
        if (waiting >= MOST_WAITING) {
            if (request.fileIsOurs()) {
                ImportFiles.delete(request.path());
            }
            throw new DomainException(new ApiError(
                    429,
                    "import.queue-full",
                    new BilingualText(
                            "已有 " + waiting + " 个导入在排队，请稍后再试。",
                            waiting + " imports are waiting already; try again later."),
                    Map.of("waiting", waiting)));
        }
        int id = imports.add(request, size(request.path()));
        work.release();
        return id;
    }

    /** Part that is done of an import, 0–1. */
    public double progress(ImportRow of) {
        ImportControl control = controls.get(of.id());
        if (control != null) {
            return control.progress();
        }
        return of.state().isEnd() ? 1 : 0;
    }

    /** Cancels an import that waits or runs; one that has ended stays as it is. */
    public void cancel(ImportRow row) {
        boolean wasQueued = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean cancelled = imports.cancelQueued(row.id());
            if (cancelled) {
                changeLog.record("import.cancelled", row.fileName(), "#" + row.id());
            }
            return cancelled;
        }));
        if (wasQueued) {
            files.release(row);
            return;
        }
        ImportControl control = controls.get(row.id());
        if (control != null) {
            control.cancel();
        }
    }

    /** Waits until an import has ended. */
    public ImportRow await(int id, DoubleConsumer progress) throws InterruptedException {
        while (true) {
            ImportRow row = imports.find(id).orElseThrow();
            progress.accept(progress(row));
            if (row.state().isEnd()) {
                return row;
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void start() {
        stopping = false;
        recover();
        worker = Thread.ofPlatform().name("imports").start(this::work);
        work.release();
    }

    @Override
    public void stop() {
        stopping = true;
        controls.values().forEach(ImportControl::cancel);
        work.release();
        Thread running = worker;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void recover() {
        for (ImportRow interrupted : imports.listInState(ImportState.RUNNING)) {
            LOG.warn("import {} of {} was interrupted", interrupted.id(), interrupted.fileName());
            imports.fail(interrupted.id(), ImportFailures.INTERRUPTED);
        }
        List<ImportRow> waiting = imports.listInState(ImportState.QUEUED);
        for (ImportRow row : waiting) {
            if (!Files.isReadable(Path.of(row.filePath()))) {
                imports.fail(row.id(), ImportFailures.FILE_GONE);
            }
        }
        files.clean(waiting);
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<ImportRow> next = imports.findNext();
                if (next.isPresent()) {
                    run(next.get());
                } else {
                    work.acquire();
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The database may be away; it is asked again until the server stops.
                LOG.error("import queue", e);
                pause();
            }
        }
    }

    private void run(ImportRow file) {
        ImportControl control = new ImportControl();
        controls.put(file.id(), control);
        try {
            if (!imports.begin(file.id())) {
                return;
            }
            importer.run(file, control);
            files.release(file);
        } catch (CancellationException e) {
            if (stopping && file.fileIsOurs()) {
                imports.requeue(file.id());
            } else if (stopping) {
                // Whoever named a file of his own no longer waits for it; declared files come again at the next start.
                imports.fail(file.id(), ImportFailures.INTERRUPTED);
            } else {
                importer.noteCancelled(file);
                files.release(file);
            }
        } finally {
            controls.remove(file.id());
        }
    }

    private void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
