package org.lantian.server.jobs.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobOwner;
import org.lantian.server.jobs.JobRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the queue does by itself: forgets old jobs, and asks for those that are to be done again and again. */
@Component
class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final JobRepository jobs;
    private final Handlers handlers;
    private final ResultFiles files;
    private Instant next = Instant.EPOCH;

    Upkeep(JobRepository jobs, Handlers handlers, ResultFiles files) {
        this.jobs = jobs;
        this.handlers = handlers;
        this.files = files;
    }

    /** Looks whether there is something to do; called often by one thread. */
    void look() {
        Instant now = Instant.now();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(LOOK_EVERY);
        forget(now);
        handlers.all().forEach(handler -> repeat(handler, now));
    }

    /** Forgets jobs whose time is over at this moment, with logs and result files. */
    void forget(Instant now) {
        for (JobHandler handler : handlers.all()) {
            handler.kept().ifPresent(kept -> {
                List<Long> gone = jobs.deleteEndedBefore(now.minus(kept), handler.kind());
                gone.forEach(files::delete);
                if (!gone.isEmpty()) {
                    LOG.info("{} old jobs of kind {} forgotten", gone.size(), handler.kind());
                }
            });
        }
        jobs.deleteLogsBefore(now.minus(JobHandler.KEPT));
    }

    private void repeat(JobHandler handler, Instant now) {
        handler.every().ifPresent(period -> {
            Optional<Instant> latest = jobs.latestRequest(handler.kind());
            if (latest.isEmpty() || latest.get().plus(period).isBefore(now)) {
                jobs.add(new JobRequest(handler.kind(), "", Optional.empty(), Map.of(), JobOwner.system()));
            }
        });
    }
}
