package org.lantian.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@LantianTest(city = LantianTest.GENERATED)
@DisplayName("A change and its event")
class CommitFaultsTest {

    private final AuditLog audit;
    private final AuditChain chain;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate another;

    @Autowired
    CommitFaultsTest(AuditLog audit, AuditChain chain, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.chain = chain;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        jdbc.sql("CREATE TABLE IF NOT EXISTS thing (name text)").update();
    }

    private void change(String name) {
        jdbc.sql("INSERT INTO thing VALUES (?)").param(name).update();
        audit.record(Event.of("data.exported").on(name));
    }

    private long count(String sql, String name) {
        return jdbc.sql(sql).param(name).query(Long.class).single();
    }

    private void expect(String name, long times) {
        assertThat(count("SELECT count(*) FROM thing WHERE name = ?", name)).isEqualTo(times);
        assertThat(count("SELECT count(*) FROM audit_event WHERE subject = ?", name))
                .isEqualTo(times);
    }

    @Test
    @DisplayName("are both lost when the connection is killed between the event's writing and the commit")
    void killedBetween() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    change("killed");
                    int backend = jdbc.sql("SELECT pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCompletion() { // the event is in the table, the commit comes next
                            another.executeWithoutResult(inner -> jdbc.sql("SELECT pg_terminate_backend(?, 5000)")
                                    .param(backend)
                                    .query(Boolean.class)
                                    .single());
                        }
                    });
                }))
                .isInstanceOf(RuntimeException.class);
        expect("killed", 0);
        transaction.executeWithoutResult(status -> change("after the kill"));
        expect("after the kill", 1);
        assertThat(chain.prove(List.of(), events -> {}).firstFinding()).isNull();
    }

    @Test
    @DisplayName("are both undone when a deferred constraint fails at the commit")
    void deferredConstraint() {
        jdbc.sql("""
                CREATE TABLE IF NOT EXISTS picky (name text UNIQUE DEFERRABLE INITIALLY DEFERRED)""").update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    change("picky");
                    jdbc.sql("INSERT INTO picky VALUES ('a'), ('a')").update();
                }))
                .isInstanceOf(RuntimeException.class);
        expect("picky", 0);
    }

    @Test
    @Timeout(30)
    @DisplayName("of a long transaction hold up nobody else's")
    void longTransaction() throws InterruptedException {
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread importer = new Thread(() -> transaction.executeWithoutResult(status -> {
            change("long");
            recorded.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        importer.start();
        recorded.await();
        transaction.executeWithoutResult(status -> change("short"));
        audit.recordAlone(Event.of("data.exported").on("alone"));
        expect("short", 1);
        expect("long", 0);
        goOn.countDown();
        importer.join();
        expect("long", 1);
    }
}
