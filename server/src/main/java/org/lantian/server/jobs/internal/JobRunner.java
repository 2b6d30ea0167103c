package org.lantian.server.jobs.internal;

import java.util.Map;
import org.lantian.server.access.Actor;
import org.lantian.server.access.ActorAuthentication;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Runs one job in its thread and writes down how it ended. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobRepository jobs;
    private final Handlers handlers;

    JobRunner(JobRepository jobs, Handlers handlers) {
        this.jobs = jobs;
        this.handlers = handlers;
    }

    void run(RunningJob job, JobHandler handler) {
        long id = job.job().id();
        Actor actor = job.job().owner().actor();
        if (actor.kind() != Actor.Kind.SYSTEM) {
            SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(actor)));
        }
        try {
            Map<String, Object> result = handler.run(job);
            jobs.write(job.report());
            jobs.done(id, result); // unless its own transaction has done so
        } catch (Throwable thrown) {
            // An error too: a job that is neither running nor ended would be begun again and again.
            endEarly(job, handler, thrown);
        } finally {
            SecurityContextHolder.clearContext();
        }
        jobs.find(id).ifPresent(this::tellHandler);
    }

    private void endEarly(RunningJob job, JobHandler handler, Throwable thrown) {
        long id = job.job().id();
        jobs.write(job.report());
        switch (job.ending()) {
            case CANCELLED -> jobs.cancel(id, JobState.RUNNING);
            case SERVER_STOPS -> {
                if (handler.isRepeatable(job.job())) {
                    jobs.requeue(id, true);
                } else {
                    jobs.fail(id, JobState.RUNNING, JobFailures.INTERRUPTED);
                }
            }
            case NOT -> {
                Job.Failure failure = JobFailures.of(thrown);
                if (failure.code().equals(JobFailures.FAULT)) {
                    LOG.error("job {} ({}) failed", id, job.job().kind(), thrown);
                }
                jobs.fail(id, JobState.RUNNING, failure);
            }
        }
    }

    /** Tells the handler of a job that it has ended, if it has. */
    void tellHandler(Job job) {
        if (!job.state().isEnd()) {
            return;
        }
        try {
            handlers.find(job.kind()).ifPresent(handler -> handler.ended(job));
        } catch (RuntimeException e) {
            LOG.warn("after the end of job {}: {}", job.id(), e.toString());
        }
    }
}
