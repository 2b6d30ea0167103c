package org.lantian.server.identity;

import org.lantian.server.identity.internal.SessionRepository;
import org.springframework.stereotype.Component;

/** Ends sessions, for whoever disables an account or changes what it may do. */
@Component
public class OpenSessions {

    private final SessionRepository sessions;

    OpenSessions(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** Ends all sessions of an account, in the caller's transaction; gives how many there were. */
    public int end(int accountId) {
        return sessions.deleteAll(accountId, null);
    }
}
