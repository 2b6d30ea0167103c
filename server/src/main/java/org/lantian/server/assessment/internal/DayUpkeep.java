package org.lantian.server.assessment.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lantian.server.jobs.JobOwner;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.monitoring.ObservationsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the daily values up to date in the background: after each import, and at start for whatever an earlier run
 * left undone. A few are computed here; very many become a job that people can watch.
 */
@Component
class DayUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DayUpkeep.class);

    /** Looks for changed days at least so often, so that a lost wake-up or a database fault heals by itself. */
    private static final long LOOK_EVERY_SECONDS = 60;

    /** Station-days that take about two seconds. */
    private static final long A_FEW = 8000;

    private final DayComputation computation;
    private final DayBasis basis;
    private final PendingDays pending;
    private final Jobs jobs;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean stopping;
    private Thread worker = new Thread(() -> {});

    DayUpkeep(DayComputation computation, DayBasis basis, PendingDays pending, Jobs jobs) {
        this.computation = computation;
        this.basis = basis;
        this.pending = pending;
        this.jobs = jobs;
    }

    @EventListener
    void observationsChanged(ObservationsChanged event) {
        wakeUp();
    }

    void wakeUp() {
        wakeUps.release();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        wakeUp();
    }

    @Override
    public void start() {
        stopping = false;
        worker = Thread.ofPlatform().name("air-days").daemon().start(this::work);
        running = true;
    }

    @Override
    public void stop() {
        stopping = true;
        worker.interrupt();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (!stopping) {
            try {
                basis.refresh();
                if (jobs.listOpen(DayJobs.KIND).isEmpty()) {
                    computeOrAsk();
                }
                if (wakeUps.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    return;
                }
                LOG.error("daily values could not be computed; trying again", e);
                pause();
            }
        }
    }

    private void computeOrAsk() {
        if (pending.count() <= A_FEW) {
            computeAll();
        } else {
            jobs.submit(JobRequest.of(DayJobs.KIND, "").ownedBy(JobOwner.system()));
        }
    }

    private void computeAll() {
        long start = System.nanoTime();
        long computed = 0;
        for (int batch = computation.computeBatch(); batch > 0 && !stopping; batch = computation.computeBatch()) {
            computed += batch;
        }
        if (computed > 0) {
            LOG.info(
                    "daily values of {} station-days computed in {} ms",
                    computed,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
