package org.lantian.server.audit.internal;

import org.lantian.server.audit.ChangeLog;
import org.lantian.server.identity.IdentityChange;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs what happens to the account and the sessions. */
@Component
class IdentityChanges {

    private final ChangeLog log;

    IdentityChanges(ChangeLog log) {
        this.log = log;
    }

    /** In the transaction of the change, because events are delivered at once. */
    @EventListener
    void on(IdentityChange change) {
        if (change.actor() == null) {
            log.record(change.action(), change.subject(), "");
        } else {
            log.recordAs(change.actor(), change.action(), change.subject(), "");
        }
    }
}
