package org.lantian.server.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobOwner;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.JobState;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.Patience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LantianTest
@Import(TestJobs.class)
@DisplayName("The queue of jobs")
class JobQueueTest {

    private final Jobs jobs;
    private final JobRepository repository;
    private final JobScheduler scheduler;
    private final Upkeep upkeep;
    private final ResultFiles files;
    private final TestJobs.Waiting waiting;
    private final TestJobs.Waiting once;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    @Autowired
    JobQueueTest(
            Jobs jobs,
            JobRepository repository,
            JobScheduler scheduler,
            Upkeep upkeep,
            ResultFiles files,
            @Qualifier("waiting") TestJobs.Waiting waiting,
            @Qualifier("once") TestJobs.Waiting once,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.repository = repository;
        this.scheduler = scheduler;
        this.upkeep = upkeep;
        this.files = files;
        this.waiting = waiting;
        this.once = once;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    @AfterEach
    void endAll() throws InterruptedException {
        repository.listOpen().forEach(job -> jobs.cancel(job.id()));
        await(() -> repository.listOpen().isEmpty());
        waiting.gate.drainPermits();
        once.gate.drainPermits();
        waiting.order.clear();
        once.order.clear();
        waiting.mostRunning.set(0);
    }

    @Test
    @DisplayName("does a job in the name of its owner and keeps what came of it")
    void done() throws InterruptedException {
        long id = submit("test-waiting", "a", "wang.wu");
        await(() -> state(id) == JobState.RUNNING);
        await(() -> job(id).progress() > 0);
        assertThat(job(id).message().en()).startsWith("step ");
        waiting.gate.release();
        Job done = jobs.await(id, job -> {});
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.result()).isEqualTo(Map.of("actor", "wang.wu"));
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.finished()).isAfterOrEqualTo(done.started());
        await(() -> waiting.ended.contains(id));
    }

    @Test
    @DisplayName("tells why a job failed: a known reason in its words, anything else in one line")
    void failures() throws InterruptedException {
        Job refused = jobs.await(submit("test-doing", "refuse", "a"), job -> {});
        assertThat(refused.state()).isEqualTo(JobState.FAILED);
        assertThat(refused.failure().orElseThrow().code()).isEqualTo("test.refused");
        assertThat(refused.failure().orElseThrow().text().zh()).isEqualTo("不行。");
        Job fault = jobs.await(submit("test-doing", "fault", "a"), job -> {});
        assertThat(fault.failure().orElseThrow().code()).isEqualTo("job.fault");
        assertThat(fault.failure().orElseThrow().text().en())
                .isEqualTo("the job failed: IllegalArgumentException: odd thing");
        assertThat(jobs.await(submit("test-doing", "error", "a"), job -> {}).state())
                .isEqualTo(JobState.FAILED);
    }

    @Test
    @DisplayName("keeps a thousand lines of log and counts the others")
    void boundedLog() throws InterruptedException {
        Job talked = jobs.await(submit("test-doing", "talk", "a"), job -> {});
        assertThat(talked.logDropped()).isEqualTo(50);
        List<Job.LogLine> lines = repository.listLog(talked.id());
        assertThat(lines).hasSize(RunningJob.MOST_LINES);
        assertThat(lines.getLast().text().en()).isEqualTo("line 1000");
    }

    @Test
    @DisplayName("cancels what runs within a second and what waits at once; each is one event of the audit")
    void cancel() throws InterruptedException {
        long runs = submit("test-once", "runs", "a");
        long waits = submit("test-once", "waits", "a");
        await(() -> state(runs) == JobState.RUNNING);
        assertThat(jobs.cancel(waits).state()).isEqualTo(JobState.CANCELLED);
        long asked = System.nanoTime();
        jobs.cancel(runs);
        jobs.cancel(runs);
        assertThat(jobs.await(runs, job -> {}).state()).isEqualTo(JobState.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(jobs.cancel(runs).state()).isEqualTo(JobState.CANCELLED);
        await(() -> once.ended.containsAll(List.of(runs, waits)));
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'job.cancelled' AND entity_id IN (?, ?)")
                        .params(Long.toString(runs), Long.toString(waits))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("runs no more of a kind at once than its handler says")
    void bounded() throws InterruptedException {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(submit("test-waiting", "job " + i, "a"));
        }
        await(() -> waiting.running.get() == 2);
        assertThat(job(ids.getLast()).position()).isEqualTo(4);
        waiting.gate.release(6);
        for (long id : ids) {
            assertThat(jobs.await(id, job -> {}).state()).isEqualTo(JobState.DONE);
        }
        assertThat(waiting.mostRunning.get()).isEqualTo(2);
    }

    @Test
    @DisplayName("takes turns between owners: who asks for one thing does not wait for another's ten")
    void fair() throws InterruptedException {
        List<Long> ids = new ArrayList<>();
        ids.add(submit("test-once", "first", "busy"));
        await(() -> once.order.size() == 1);
        for (int i = 1; i < 10; i++) {
            ids.add(submit("test-once", "busy " + i, "busy"));
        }
        ids.add(submit("test-once", "single", "quiet"));
        once.gate.release(11);
        for (long id : ids) {
            jobs.await(id, job -> {});
        }
        assertThat(once.order.indexOf("single")).isEqualTo(1);
        assertThat(once.order.indexOf("busy 1")).isLessThan(once.order.indexOf("busy 9"));
    }

    @Test
    @DisplayName("refuses more than one owner, or all together, may have waiting: 429")
    void full() {
        scheduler.stop();
        try {
            for (int i = 0; i < JobQueue.MOST_WAITING_OF_ONE; i++) {
                submit("test-doing", "x", "greedy");
            }
            assertThatThrownBy(() -> submit("test-doing", "x", "greedy"))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            e -> assertThat(e.error().code()).isEqualTo("jobs.queue-full"));
            long other = submit("test-doing", "x", "modest");
            assertThat(state(other)).isEqualTo(JobState.QUEUED);
        } finally {
            jdbc.sql("DELETE FROM job WHERE state = 'queued'").update();
            scheduler.start();
        }
    }

    @Test
    @DisplayName("forgets a job when the transaction that asks for it is rolled back")
    void rolledBack() {
        long id = java.util.Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            return submit("test-doing", "x", "a");
        }));
        assertThat(jobs.find(id)).isEmpty();
    }

    @Test
    @DisplayName("an orderly stop loses nothing: what can be repeated goes on at the next start, the rest has failed")
    void orderlyStop() throws InterruptedException {
        long repeatable = submit("test-waiting", "again", "a");
        long unique = submit("test-once", "once", "a");
        long waits = submit("test-once", "waits", "a");
        await(() -> state(repeatable) == JobState.RUNNING && state(unique) == JobState.RUNNING);
        scheduler.stop();
        assertThat(state(repeatable)).isEqualTo(JobState.QUEUED);
        assertThat(job(repeatable).attempts()).isZero();
        assertThat(state(unique)).isEqualTo(JobState.FAILED);
        assertThat(job(unique).failure().orElseThrow().code()).isEqualTo("job.interrupted");
        assertThat(state(waits)).isEqualTo(JobState.QUEUED);
        scheduler.start();
        waiting.gate.release();
        once.gate.release();
        assertThat(jobs.await(repeatable, job -> {}).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.await(waits, job -> {}).state()).isEqualTo(JobState.DONE);
    }

    @Test
    @DisplayName("a job that was killed with its server is begun again, but no more than three times")
    void killedAgainAndAgain() throws InterruptedException {
        scheduler.stop();
        long id = submit("test-waiting", "again", "a");
        long poison = submit("test-waiting", "poison", "a");
        long cancelled = submit("test-waiting", "unwanted", "a");
        setRunning(id, 1);
        setRunning(poison, 3);
        setRunning(cancelled, 1);
        repository.requestCancel(cancelled);
        scheduler.start();
        waiting.gate.release();
        Job done = jobs.await(id, job -> {});
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.attempts()).isEqualTo(2);
        assertThat(jobs.await(poison, job -> {}).failure().orElseThrow().code()).isEqualTo("job.gave-up");
        assertThat(jobs.await(cancelled, job -> {}).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    @DisplayName("forgets jobs, logs and result files when their time is over")
    void retention() throws InterruptedException {
        Job old = jobs.await(submit("test-doing", "file", "a"), job -> {});
        Job fresh = jobs.await(submit("test-doing", "file", "a"), job -> {});
        assertThat(files.of(old.id())).hasContent("a,b\n1,2");
        jdbc.sql("UPDATE job SET finished = finished - interval '91 days' WHERE id = ?")
                .param(old.id())
                .update();
        upkeep.forget(Instant.now());
        assertThat(jobs.find(old.id())).isEmpty();
        assertThat(files.of(old.id())).doesNotExist();
        assertThat(jobs.find(fresh.id())).isPresent();
        assertThat(files.of(fresh.id())).exists();
    }

    private void setRunning(long id, int attempts) {
        jdbc.sql("UPDATE job SET state = 'running', started = now(), attempts = ? WHERE id = ?")
                .params(attempts, id)
                .update();
    }

    private long submit(String kind, String subject, String owner) {
        return jobs.submit(new JobRequest(
                kind, subject, Optional.empty(), Map.of(), new JobOwner(Actor.Kind.PERSON, 0, owner, "192.0.2.7")));
    }

    private Job job(long id) {
        return jobs.find(id).orElseThrow();
    }

    private JobState state(long id) {
        return job(id).state();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Patience.await("a job to come so far", condition);
    }
}
