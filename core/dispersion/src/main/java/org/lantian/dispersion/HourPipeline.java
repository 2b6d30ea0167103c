package org.lantian.dispersion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes hours in, has them computed by several threads, hands them out in order. */
final class HourPipeline {

    /** Hours under way per thread: enough that no thread waits for the sink, few enough to bound memory. */
    private static final int HOURS_PER_THREAD = 4;

    private final int threads;
    private final BlockingQueue<HourModel> models;

    HourPipeline(DispersionPlan plan) {
        this.threads = plan.options().threads();
        this.models = new ArrayBlockingQueue<>(threads);
        for (int i = 0; i < threads; i++) {
            models.add(new HourModel(plan));
        }
    }

    long run(Iterator<HourInput> hours, HourSink sink, Progress progress) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            Deque<Future<HourResult>> underWay = new ArrayDeque<>();
            try {
                return handOut(hours, sink, progress, workers, underWay);
            } finally {
                underWay.forEach(each -> each.cancel(true));
            }
        }
    }

    private long handOut(
            Iterator<HourInput> hours,
            HourSink sink,
            Progress progress,
            ExecutorService workers,
            Deque<Future<HourResult>> underWay) {
        long done = 0;
        while (true) {
            while (hours.hasNext() && underWay.size() < HOURS_PER_THREAD * threads) {
                HourInput hour = hours.next();
                underWay.add(workers.submit(() -> compute(hour)));
            }
            if (underWay.isEmpty()) {
                return done;
            }
            sink.accept(await(underWay.remove()));
            done++;
            if (!progress.hours(done)) {
                return done;
            }
        }
    }

    private HourResult compute(HourInput hour) throws InterruptedException {
        HourModel model = models.take();
        try {
            return model.compute(hour);
        } finally {
            models.add(model);
        }
    }

    private static HourResult await(Future<HourResult> hour) {
        try {
            return hour.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an hour", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an hour could not be computed", e.getCause());
        }
    }
}
