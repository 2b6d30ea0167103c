package org.lantian.server.audit;

import org.lantian.server.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One line for each change, written in the transaction that makes the change: both happen or neither. */
@Component
public final class ChangeLog {

    /** Actor of what the server does by itself, such as the first import. */
    public static final String SYSTEM = "system";

    private final JdbcClient jdbc;

    ChangeLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records a change by whoever is logged in, or by {@link #SYSTEM}.
     *
     * @param action stable word for what was done, such as {@code import.finished}
     * @param subject what it was done to, such as the name of a file
     * @param detail for a person, may be empty
     */
    public void record(String action, String subject, String detail) {
        recordAs(Actor.current().name(), action, subject, detail);
    }

    /** Records a change by somebody who is not (yet) logged in on this thread, such as the starter of a background job. */
    public void recordAs(String actor, String action, String subject, String detail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change is recorded in the transaction that makes it: " + action);
        }
        jdbc.sql("INSERT INTO change_log (actor, action, subject, detail) VALUES (?, ?, ?, ?)")
                .params(actor, action, subject, detail)
                .update();
    }
}
