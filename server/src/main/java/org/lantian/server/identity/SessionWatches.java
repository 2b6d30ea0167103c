package org.lantian.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.lantian.server.identity.internal.SessionContexts;
import org.lantian.server.identity.internal.SessionRepository;
import org.springframework.stereotype.Component;

/** For answers that stay open: tells when the session behind them has ended. */
@Component
public class SessionWatches {

    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final SessionRepository sessions;

    SessionWatches(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /**
     * Whether the session of this request is still open. Asking does not count as using the session, and looks into the
     * database every two seconds at most. Always true for a request without session.
     */
    public BooleanSupplier watch(HttpServletRequest request) {
        return SessionContexts.current(request)
                .<BooleanSupplier>map(session -> new Watch(sessions, session.id()))
                .orElse(() -> true);
    }

    private static final class Watch implements BooleanSupplier {

        private final SessionRepository sessions;
        private final long id;
        private boolean open = true;
        private long looked = System.nanoTime();

        Watch(SessionRepository sessions, long id) {
            this.sessions = sessions;
            this.id = id;
        }

        @Override
        public synchronized boolean getAsBoolean() {
            long now = System.nanoTime();
            if (open && now - looked >= LOOK_EVERY_NANOS) {
                open = sessions.isOpen(id);
                looked = now;
            }
            return open;
        }
    }
}
