package org.lantian.server.assessment.internal;

import java.util.concurrent.TimeUnit;
import org.lantian.quantities.BilingualText;
import org.lantian.server.startup.StartupTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the start wait until the daily values of what was imported are there, so that the first page is complete. */
@Component
@Order(200)
class DayCatchUp implements StartupTask {

    /** Without progress for so long the start goes on: pages say that figures are still being computed. */
    private static final long PATIENCE_SECONDS = 60;

    private final PendingDays pending;

    DayCatchUp(PendingDays pending) {
        this.pending = pending;
    }

    @Override
    public BilingualText title() {
        return new BilingualText("计算日均值", "Computing daily values");
    }

    @Override
    public boolean needed() {
        return pending.count() > 0;
    }

    @Override
    public void run(Progress progress) {
        long most = pending.count();
        long before = most;
        long progressed = System.nanoTime();
        for (long left = most; left > 0; left = pending.count()) {
            if (left != before) {
                progressed = System.nanoTime();
            }
            if (System.nanoTime() - progressed > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                return;
            }
            most = Math.max(most, left);
            before = left;
            progress.report(1 - (double) left / most, "");
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
