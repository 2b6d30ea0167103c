package org.lantian.server.audit.internal;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Writes events that belong to no change, each committed before its recorder goes on. It has a connection of its own, so that
 * callers who hold one already can't use up the pool waiting for another; what comes in while it commits is committed
 * together next.
 */
@Component
public class AloneWriter {

    private static final int MOST_AT_ONCE = 500;

    private final ChainWriter chain;
    private final HikariDataSource own;
    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    private record Waiting(PreparedEvent event, CompletableFuture<Boolean> done) {}

    AloneWriter(DataSource dataSource, ChainWriter chain) throws SQLException {
        this.chain = chain;
        HikariDataSource shared = dataSource.unwrap(HikariDataSource.class);
        own = new HikariDataSource();
        own.setPoolName("audit");
        own.setJdbcUrl(shared.getJdbcUrl());
        own.setUsername(shared.getUsername());
        own.setPassword(shared.getPassword());
        own.setDataSourceProperties(shared.getDataSourceProperties());
        own.setMaximumPoolSize(1);
        own.setMinimumIdle(0);
        own.setAutoCommit(false);
        own.setConnectionTimeout(shared.getConnectionTimeout());
    }

    /** Commits this event; throws when it could not be. */
    public void write(PreparedEvent event) {
        Waiting mine = new Waiting(event, new CompletableFuture<>());
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.done.isDone()) {
                writeWaiting();
            }
        } finally {
            writing.unlock();
        }
        try {
            mine.done.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the audit could not be written", e.getCause());
        }
    }

    private void writeWaiting() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < MOST_AT_ONCE) {
            Waiting next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        try {
            commit(batch.stream().map(Waiting::event).toList());
            batch.forEach(each -> each.done.complete(true));
        } catch (SQLException | RuntimeException e) {
            batch.forEach(each -> each.done.completeExceptionally(e));
        }
    }

    private void commit(List<PreparedEvent> events) throws SQLException {
        try (Connection connection = own.getConnection()) {
            try {
                chain.append(connection, events);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    @PreDestroy
    void close() {
        own.close();
    }
}
