package org.lantian.server.jobs.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lantian.server.access.Actor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells listeners which jobs have changed. It only names them: each listener reads what it sends. */
@Component
public class JobFeed implements SmartLifecycle {

    /** Most that listen at once; more are told to poll. */
    private static final int MOST_LISTENERS = 500;

    /** Of one account: a browser has six connections for a host, and the pages need some. */
    static final int MOST_OF_ONE = 4;

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean open;

    /** Whoever wants to know; its methods return at once. */
    public interface Listener {

        Actor actor();

        void changed(long job);

        void end(String reason);
    }

    /** Takes a listener on; the oldest of the same account goes when there are too many. False when all places are taken. */
    public synchronized boolean add(Listener listener) {
        if (!open || listeners.size() >= MOST_LISTENERS) {
            return false;
        }
        List<Listener> same = listeners.stream()
                .filter(other -> other.actor().kind() == listener.actor().kind()
                        && other.actor().name().equals(listener.actor().name()))
                .toList();
        if (same.size() >= MOST_OF_ONE) {
            Listener oldest = same.getFirst();
            listeners.remove(oldest);
            oldest.end("replaced");
        }
        listeners.add(listener);
        return true;
    }

    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    void changed(long job) {
        listeners.forEach(listener -> listener.changed(job));
    }

    public int size() {
        return listeners.size();
    }

    @Override
    public void start() {
        open = true;
    }

    /** Lets the listeners go, so that their open answers don't keep the server from stopping. */
    @Override
    public synchronized void stop() {
        open = false;
        listeners.forEach(listener -> listener.end("stopping"));
        listeners.clear();
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
