package org.lantian.server.jobs.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.JobState;
import org.lantian.server.jobs.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue as the features see it. */
@Component
class JobQueue implements Jobs {

    private static final long LOOK_EVERY_MILLIS = 20;

    /** Most that may wait, of all owners together and of one. */
    static final int MOST_WAITING = 500;

    static final int MOST_WAITING_OF_ONE = 200;

    private final JobRepository jobs;
    private final JobScheduler scheduler;
    private final JobFeed feed;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    JobQueue(
            JobRepository jobs,
            JobScheduler scheduler,
            JobFeed feed,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.feed = feed;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public long submit(JobRequest request) {
        Long id = transactions.execute(status -> {
            jobs.waitForTurn();
            long[] waiting = jobs.countQueued(request.owner());
            if (waiting[0] >= MOST_WAITING || waiting[1] >= MOST_WAITING_OF_ONE) {
                throw JobFailures.queueFull(waiting[0] >= MOST_WAITING ? waiting[0] : waiting[1]);
            }
            long added = jobs.add(request);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    feed.changed(added);
                    scheduler.wakeUp();
                }
            });
            return added;
        });
        if (id == null) {
            throw new IllegalStateException("no job was added");
        }
        return id;
    }

    @Override
    public Optional<Job> find(long id) {
        Optional<Job> stored = jobs.find(id);
        if (stored.isPresent() && stored.get().state() == JobState.RUNNING && !scheduler.runsHere(id)) {
            stored = jobs.find(id); // it ended after it was read; its progress must not seem to fall back
        }
        return stored.map(scheduler::measured);
    }

    @Override
    public Map<Long, Job> find(Collection<Long> ids) {
        Map<Long, Job> found = new HashMap<>();
        jobs.find(ids).forEach(job -> found.put(job.id(), scheduler.measured(job)));
        return found;
    }

    @Override
    public List<Job> listOpen(String kind) {
        return jobs.listOpen().stream()
                .filter(job -> job.kind().equals(kind))
                .map(scheduler::measured)
                .toList();
    }

    @Override
    public Job cancel(long id) {
        boolean waited = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean cancelled = jobs.cancel(id, JobState.QUEUED);
            if (cancelled || jobs.requestCancel(id)) {
                jobs.find(id)
                        .ifPresent(job -> audit.record(Event.of("job.cancelled")
                                .on(EntityRef.of("job", job.id()), job.kind() + " " + job.subject())
                                .before(Map.of("state", cancelled ? "queued" : "running"))));
            }
            return cancelled;
        }));
        if (waited) {
            scheduler.ended(id);
        } else {
            scheduler.cancelRunning(id);
        }
        feed.changed(id);
        return find(id).orElseThrow();
    }

    @Override
    public Job await(long id, Consumer<Job> watcher) throws InterruptedException {
        while (true) {
            Job job = find(id).orElseThrow();
            watcher.accept(job);
            if (job.state().isEnd()) {
                return job;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
