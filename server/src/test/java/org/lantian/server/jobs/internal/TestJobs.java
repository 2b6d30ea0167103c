package org.lantian.server.jobs.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobRun;
import org.lantian.server.problem.ApiError;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Jobs that do what a test tells them. */
@TestConfiguration(proxyBeanMethods = false)
public class TestJobs {

    @Bean
    Waiting waiting() {
        return new Waiting("test-waiting", 2, true);
    }

    @Bean
    Waiting once() {
        return new Waiting("test-once", 1, false);
    }

    @Bean
    Doing doing() {
        return new Doing();
    }

    /** Runs until it is let go; notes who runs beside whom. */
    public static final class Waiting implements JobHandler {
        private final String kind;
        private final int atOnce;
        private final boolean repeatable;
        public final Semaphore gate = new Semaphore(0);
        public final AtomicInteger running = new AtomicInteger();
        public final AtomicInteger mostRunning = new AtomicInteger();
        public final List<String> order = Collections.synchronizedList(new ArrayList<>());
        public final List<Long> ended = Collections.synchronizedList(new ArrayList<>());

        Waiting(String kind, int atOnce, boolean repeatable) {
            this.kind = kind;
            this.atOnce = atOnce;
            this.repeatable = repeatable;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public BilingualText title() {
            return new BilingualText("等待", "waiting");
        }

        @Override
        public int atOnce() {
            return atOnce;
        }

        @Override
        public boolean isRepeatable(Job job) {
            return repeatable;
        }

        @Override
        public Map<String, Object> run(JobRun run) throws InterruptedException {
            int now = running.incrementAndGet();
            mostRunning.accumulateAndGet(now, Math::max);
            order.add(run.job().subject());
            try {
                for (int i = 0; !gate.tryAcquire(10, TimeUnit.MILLISECONDS); i++) {
                    run.progress(Math.min(0.9, i * 0.001), new BilingualText("第" + i + "步", "step " + i));
                }
                return Map.of("actor", Actor.current().name());
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public void ended(Job job) {
            ended.add(job.id());
        }
    }

    /** Does what its subject says, at once. */
    public static final class Doing implements JobHandler {

        @Override
        public String kind() {
            return "test-doing";
        }

        @Override
        public BilingualText title() {
            return new BilingualText("执行", "doing");
        }

        @Override
        public boolean isRepeatable(Job job) {
            return false;
        }

        @Override
        public Map<String, Object> run(JobRun run) throws IOException {
            switch (run.job().subject()) {
                case "refuse" ->
                    throw new DomainException(
                            new ApiError(422, "test.refused", new BilingualText("不行。", "No."), Map.of()));
                case "fault" -> throw new IllegalArgumentException("odd\0thing");
                case "error" -> throw new AssertionError("an error");
                case "talk" -> {
                    for (int i = 1; i <= RunningJob.MOST_LINES + 50; i++) {
                        run.log(new BilingualText("第 " + i + " 行", "line " + i));
                    }
                }
                default -> Files.writeString(run.resultFile("结果.csv", "text/csv;charset=UTF-8"), "a,b\n1,2\n");
            }
            return Map.of("answer", 42);
        }
    }
}
