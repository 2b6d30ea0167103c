package org.lantian.server.jobs.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that runs in this process: what its thread tells, what the scheduler writes down, and the wish to end it. */
final class RunningJob implements JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    static final int MOST_LINES = 1000;

    private static final int LONGEST_LINE = 500;

    /** Why a job is to end before its time. */
    enum Ending {
        NOT,
        CANCELLED,
        SERVER_STOPS
    }

    /** What is to be written down since the last time. */
    record Report(long id, double done, BilingualText note, List<Job.LogLine> lines, long dropped, boolean changed) {}

    private final Job job;
    private final JobRepository jobs;
    private final ResultFiles files;
    private final TimeLeft timeLeft;
    private List<Job.LogLine> lines = new ArrayList<>();
    private int lineCount;
    private long dropped;
    private double done;
    private BilingualText note = new BilingualText("", "");
    private boolean changed;
    private Ending ending = Ending.NOT;
    private @Nullable Runnable breakOff;

    /** @param firstLine number of the first line it may still log: an earlier attempt may have logged some */
    RunningJob(Job job, int firstLine, JobRepository jobs, ResultFiles files) {
        this.job = job;
        this.lineCount = firstLine - 1;
        this.dropped = job.logDropped();
        this.jobs = jobs;
        this.files = files;
        this.timeLeft = new TimeLeft(System.nanoTime(), 0);
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public synchronized void progress(double part, BilingualText what) {
        done = Double.isNaN(part) ? done : Math.clamp(part, 0, 1);
        note = what;
        changed = true;
        timeLeft.measure(System.nanoTime(), done);
        check();
    }

    @Override
    public synchronized void log(BilingualText line) {
        changed = true;
        if (lineCount >= MOST_LINES) {
            dropped++;
            return;
        }
        lineCount++;
        lines.add(new Job.LogLine(lineCount, Instant.now(), new BilingualText(cut(line.zh()), cut(line.en()))));
    }

    @Override
    public synchronized void check() {
        if (ending != Ending.NOT) {
            throw new CancellationException("job " + job.id() + " is to end");
        }
    }

    @Override
    public synchronized boolean isEnding() {
        return ending != Ending.NOT;
    }

    @Override
    public void onEnding(Runnable action) {
        synchronized (this) {
            breakOff = action;
            if (ending == Ending.NOT) {
                return;
            }
        }
        action.run();
    }

    @Override
    public void complete(Map<String, Object> result) {
        check();
        jobs.completeInTransaction(job.id(), result);
    }

    @Override
    public Path resultFile(String name, String mediaType) {
        jobs.nameResultFile(job.id(), new Job.ResultFile(name, mediaType));
        return files.of(job.id());
    }

    synchronized Ending ending() {
        return ending;
    }

    /** Asks it to end; the first reason stays. */
    void end(Ending reason) {
        Runnable action;
        synchronized (this) {
            if (ending != Ending.NOT) {
                return;
            }
            ending = reason;
            action = breakOff;
        }
        if (action != null) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.warn("job {} could not be broken off at once: {}", job.id(), e.toString());
            }
        }
    }

    /** Takes out what is to be written down. */
    synchronized Report report() {
        Report report = new Report(job.id(), done, note, lines, dropped, changed);
        lines = new ArrayList<>();
        changed = false;
        return report;
    }

    /** The job as the database has it, with what is known here. */
    synchronized Job on(Job stored) {
        Optional<Duration> left = timeLeft.estimate(System.nanoTime());
        return stored.measured(done, note, left);
    }

    private static String cut(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST_LINE ? clean : clean.substring(0, LONGEST_LINE) + "…";
    }
}
