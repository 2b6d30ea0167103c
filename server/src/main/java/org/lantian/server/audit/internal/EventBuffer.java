package org.lantian.server.audit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the events of a transaction aside until it is about to commit, then chains them in it, after all its other work. */
@Component
public class EventBuffer {

    private final DataSource dataSource;
    private final ChainWriter chain;

    EventBuffer(DataSource dataSource, ChainWriter chain) {
        this.dataSource = dataSource;
        this.chain = chain;
    }

    /** Adds an event to the present transaction. */
    public void add(PreparedEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change is recorded in the transaction that makes it: " + event.action());
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.events.add(event);
    }

    /** What one transaction has recorded so far. Runs last before the commit. */
    private final class Pending implements TransactionSynchronization, Ordered {

        private final List<PreparedEvent> events = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new HashMap<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                chain.append(connection, events);
            } catch (SQLException e) {
                throw new IllegalStateException("the audit could not be written; the change is rolled back", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, events.size());
        }

        /** What was recorded after a savepoint was undone with it. */
        @Override
        public void savepointRollback(Object savepoint) {
            @Nullable Integer size = savepoints.get(savepoint);
            if (size != null) {
                events.subList(size, events.size()).clear();
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(EventBuffer.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(EventBuffer.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(EventBuffer.this);
        }
    }
}
