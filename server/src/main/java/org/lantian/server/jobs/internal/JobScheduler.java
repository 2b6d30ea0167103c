package org.lantian.server.jobs.internal;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobOwner;
import org.lantian.server.jobs.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts jobs, a few at a time: of those whose kind has room, the next is of the owner who has fewest running and has
 * waited longest for a turn, so that nobody's hundred files stand before another's one.
 *
 * <p>One thread decides everything, several times a second while jobs run. Whatever the table calls running and no thread
 * here knows was broken off: it is begun again if its handler says that it may be, else it has failed.
 */
@Component
public class JobScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

    /** A job that the server was killed in so often may be the reason. */
    static final int MOST_ATTEMPTS = 3;

    private static final long WRITE_EVERY_MILLIS = 500;
    private static final long IDLE_MILLIS = 5_000;
    private static final long STOP_MILLIS = 5_000;

    private final JobRepository jobs;
    private final JobRunner runner;
    private final Handlers handlers;
    private final JobFeed feed;
    private final ResultFiles files;
    private final Upkeep upkeep;
    private final Leadership leadership;
    private final int atOnce = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();
    private final Map<String, Long> lastTurns = new HashMap<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private long turns;
    private long lastWrite;
    private volatile boolean stopping;
    private volatile @Nullable Thread dispatcher;

    JobScheduler(
            JobRepository jobs,
            JobRunner runner,
            Handlers handlers,
            JobFeed feed,
            ResultFiles files,
            Upkeep upkeep,
            DataSource dataSource) {
        this.jobs = jobs;
        this.runner = runner;
        this.handlers = handlers;
        this.feed = feed;
        this.files = files;
        this.upkeep = upkeep;
        this.leadership = new Leadership(dataSource);
    }

    /** There may be something to do. */
    void wakeUp() {
        wakeUps.release();
    }

    /** The job with what is known of it in memory if it runs here. */
    public Job measured(Job stored) {
        RunningJob known = stored.state() == JobState.RUNNING ? running.get(stored.id()) : null;
        return known == null ? stored : known.on(stored);
    }

    boolean runsHere(long id) {
        return running.containsKey(id);
    }

    void cancelRunning(long id) {
        RunningJob job = running.get(id);
        if (job != null) {
            job.end(RunningJob.Ending.CANCELLED);
        }
    }

    /** Tells the handler of a job that never ran, or not here, that it has ended. */
    void ended(long id) {
        jobs.find(id).ifPresent(runner::tellHandler);
    }

    @Override
    public void start() {
        stopping = false;
        dispatcher = Thread.ofPlatform().name("jobs").start(this::work);
    }

    @Override
    public void stop() {
        stopping = true;
        running.values().forEach(job -> job.end(RunningJob.Ending.SERVER_STOPS));
        wakeUp();
        Thread thread = dispatcher;
        if (thread != null) {
            try {
                thread.join(STOP_MILLIS + 1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        dispatcher = null;
    }

    @Override
    public boolean isRunning() {
        return dispatcher != null;
    }

    private void work() {
        while (!stopping) {
            try {
                boolean leads = leadership.hold();
                if (leads) {
                    recover();
                    cancelRequested();
                    startWhatCan();
                    write();
                    upkeep.look();
                }
                if (wakeUps.tryAcquire(running.isEmpty() ? IDLE_MILLIS : WRITE_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                if (!stopping) {
                    // The database may be away; it is asked again until the server stops.
                    LOG.error("the queue of jobs could not be worked on; trying again", e);
                    pause(1000);
                }
            }
        }
        awaitRunning();
        leadership.release();
    }

    private void awaitRunning() {
        long limit = System.currentTimeMillis() + STOP_MILLIS;
        while (!running.isEmpty() && System.currentTimeMillis() < limit) {
            running.values().forEach(job -> job.end(RunningJob.Ending.SERVER_STOPS));
            pause(10);
        }
        running.keySet().forEach(id -> LOG.warn("job {} did not end in time; the next start takes care of it", id));
    }

    /** Jobs that the table calls running and nobody runs. */
    private void recover() {
        Map<String, JobHandler> known = handlers.byKind();
        for (Job job : jobs.listInState(JobState.RUNNING)) {
            if (running.containsKey(job.id())) {
                continue;
            }
            LOG.warn("job {} ({}, {}) was interrupted", job.id(), job.kind(), job.subject());
            JobHandler handler = known.get(job.kind());
            if (job.cancelRequested()) {
                jobs.cancel(job.id(), JobState.RUNNING);
            } else if (handler == null) {
                jobs.fail(job.id(), JobState.RUNNING, JobFailures.unknownKind(job.kind()));
            } else if (!handler.isRepeatable(job)) {
                jobs.fail(job.id(), JobState.RUNNING, JobFailures.INTERRUPTED);
            } else if (job.attempts() >= MOST_ATTEMPTS) {
                jobs.fail(job.id(), JobState.RUNNING, JobFailures.gaveUp(job.attempts()));
            } else {
                jobs.requeue(job.id(), false);
            }
            afterwards(job.id());
        }
    }

    private void afterwards(long id) {
        feed.changed(id);
        jobs.find(id).ifPresent(runner::tellHandler);
    }

    private void cancelRequested() {
        if (!running.isEmpty()) {
            jobs.listToCancel().forEach(this::cancelRunning);
        }
    }

    private void startWhatCan() {
        Map<String, JobHandler> known = handlers.byKind();
        while (!stopping && running.size() < atOnce) {
            List<String> kinds = known.values().stream()
                    .filter(handler -> count(handler.kind()) < handler.atOnce())
                    .map(JobHandler::kind)
                    .toList();
            Job next = jobs.listNext(kinds).stream()
                    .min(Comparator.<Job>comparingLong(job -> runningOf(job.owner()))
                            .thenComparingLong(
                                    job -> lastTurns.getOrDefault(job.owner().queue(), 0L))
                            .thenComparingLong(Job::id))
                    .orElse(null);
            if (next == null) {
                return;
            }
            start(next, known.get(next.kind()));
        }
    }

    private void start(Job next, @Nullable JobHandler handler) {
        if (handler == null) {
            return;
        }
        lastTurns.put(next.owner().queue(), ++turns);
        RunningJob job = new RunningJob(next, jobs.nextLine(next.id()), jobs, files);
        running.put(next.id(), job);
        boolean begun = false;
        try {
            begun = jobs.begin(next.id());
            if (begun) {
                feed.changed(next.id());
                Thread.ofPlatform().name("job-" + next.id()).start(() -> run(job, handler));
            }
        } finally {
            if (!begun) {
                running.remove(next.id());
            }
        }
    }

    private void run(RunningJob job, JobHandler handler) {
        try {
            runner.run(job, handler);
        } finally {
            running.remove(job.job().id());
            feed.changed(job.job().id());
            wakeUp();
        }
    }

    private long count(String kind) {
        return running.values().stream()
                .filter(job -> job.job().kind().equals(kind))
                .count();
    }

    private long runningOf(JobOwner owner) {
        return running.values().stream()
                .filter(job -> job.job().owner().queue().equals(owner.queue()))
                .count();
    }

    /** Writes down what the running jobs told, at most twice a second. */
    private void write() {
        long now = System.currentTimeMillis();
        if (now - lastWrite < WRITE_EVERY_MILLIS) {
            return;
        }
        lastWrite = now;
        for (RunningJob job : running.values()) {
            RunningJob.Report report = job.report();
            if (report.changed()) {
                jobs.write(report);
            }
            feed.changed(report.id());
        }
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
