package org.lantian.server.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.problem.ApiError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person sees and ends of their own sessions. */
@Service
public class OwnSessions {

    private final SessionRepository sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OwnSessions(SessionRepository sessions, AuditLog audit, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    public List<OpenSession> list(Actor owner) {
        return sessions.list(owner.accountId());
    }

    /** Somebody else's session is not found, as if it did not exist. */
    public void end(Actor owner, long id) {
        transaction.executeWithoutResult(status -> {
            if (!sessions.delete(owner.accountId(), id)) {
                throw ApiError.notFound(new BilingualText("会话", "session"), Long.toString(id));
            }
            record(owner, 1);
        });
    }

    public void endOthers(Actor owner, Optional<OpenSession> present) {
        transaction.executeWithoutResult(status -> {
            int ended = sessions.deleteAll(
                    owner.accountId(), present.map(OpenSession::id).orElse(null));
            if (ended > 0) {
                record(owner, ended);
            }
        });
    }

    private void record(Actor owner, int count) {
        audit.record(Event.of("session.ended")
                .on(EntityRef.of("account", owner.accountId()), owner.name())
                .after(Map.of("count", count)));
    }
}
