package org.lantian.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@LantianTest
@DisplayName("The audit")
class AuditLogTest {

    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager transactions;

    @Autowired
    AuditLogTest(AuditLog audit, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Event event(String subject) {
        return Event.of("data.exported").on(subject);
    }

    private List<String> subjects(String prefix) {
        return jdbc.sql("SELECT subject FROM audit_event WHERE subject LIKE ? ORDER BY sequence")
                .param(prefix + "%")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    @DisplayName("writes the events of a committed transaction, in their order")
    void committed() {
        transaction.executeWithoutResult(status -> {
            audit.record(event("committed-1"));
            audit.record(event("committed-2"));
        });
        assertThat(subjects("committed-")).containsExactly("committed-1", "committed-2");
    }

    @Test
    @DisplayName("writes no event of a transaction that is rolled back, also when it fails while committing")
    void rolledBack() {
        transaction.executeWithoutResult(status -> {
            audit.record(event("undone-1"));
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    audit.record(event("undone-2"));
                    throw new IllegalArgumentException("fault");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    audit.record(event("undone-3"));
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            throw new IllegalArgumentException("fault in commit");
                        }
                    });
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(subjects("undone-")).isEmpty();
    }

    @Test
    @DisplayName("forgets what was recorded after a savepoint that is rolled back, keeps what was before and after")
    void savepoint() {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(status -> {
            audit.record(event("nested-1"));
            nested.executeWithoutResult(inner -> {
                audit.record(event("nested-undone"));
                inner.setRollbackOnly();
            });
            nested.executeWithoutResult(inner -> audit.record(event("nested-2")));
        });
        assertThat(subjects("nested-")).containsExactly("nested-1", "nested-2");
    }

    @Test
    @DisplayName("keeps the events of a transaction apart from those of one within it")
    void inner() {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            audit.record(event("outer-undone"));
            inner.executeWithoutResult(innerStatus -> audit.record(event("inner-kept")));
            audit.recordAlone(event("inner-alone"));
            status.setRollbackOnly();
        });
        assertThat(subjects("outer-")).isEmpty();
        assertThat(subjects("inner-")).containsExactly("inner-kept", "inner-alone");
    }

    @Test
    @DisplayName("refuses an event outside a transaction, and a word that is not in the list")
    void wrongUse() {
        assertThatThrownBy(() -> audit.record(event("outside"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> audit.recordAlone(Event.of("nobody.knows"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("can't be changed, deleted or emptied by SQL")
    void appendOnly() {
        audit.recordAlone(event("kept").personal("phone", "13800000000"));
        for (String sql : List.of(
                "UPDATE audit_event SET actor = 'x'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event CASCADE",
                "TRUNCATE audit_event, audit_personal",
                "DELETE FROM audit_personal",
                "UPDATE audit_personal SET text = 'x'",
                "UPDATE audit_personal SET text = NULL, salt = NULL, erased = now()",
                "DELETE FROM audit_head",
                "TRUNCATE audit_head")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(subjects("kept")).hasSize(1);
    }

    record Person(String username, @Personal String phone, int unit) {}

    @Test
    @DisplayName("keeps personal components of a state beside, not in the event")
    void personal() {
        audit.recordAlone(
                event("person").before(new Person("zhang", "13900000001", 7)).after(Map.of("unit", 8)));
        assertThat(jdbc.sql("SELECT before FROM audit_event WHERE subject = 'person'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"username\":\"zhang\",\"unit\":7}");
        assertThat(jdbc.sql("""
                SELECT name || '=' || text FROM audit_personal JOIN audit_event USING (sequence)
                WHERE subject = 'person'""").query(String.class).list()).containsExactly("before.phone=13900000001");
    }

    @Test
    @DisplayName("takes texts as they are, without what no database column holds, and very large states in short")
    void oddTexts() {
        audit.recordAlone(
                event("odd \u0000 \ud83d\ude00 \ud83d end 'quote' \\ \n").reason("x".repeat(30_000)));
        assertThat(subjects("odd")).containsExactly("odd \uFFFD \ud83d\ude00 \uFFFD end 'quote' \\ \n");
        audit.recordAlone(event("large").after(Map.of("list", "y".repeat(200_000))));
        assertThat(jdbc.sql("SELECT length(after) FROM audit_event WHERE subject = 'large'")
                        .query(Integer.class)
                        .single())
                .isLessThan(3000);
    }
}
