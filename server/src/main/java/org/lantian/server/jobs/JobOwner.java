package org.lantian.server.jobs;

import java.util.Set;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Scope;
import org.lantian.server.access.Standing;

/**
 * Who wants a job done.
 *
 * @param kind by what he showed who he is
 * @param accountId account, 0 when there is none behind it
 * @param name name as in the audit
 */
public record JobOwner(Actor.Kind kind, int accountId, String name) {

    public static JobOwner of(Actor actor) {
        return new JobOwner(actor.kind(), actor.accountId(), actor.name());
    }

    /** Whether this is who acts now. */
    public boolean is(Actor actor) {
        return accountId > 0 ? accountId == actor.accountId() : name.equals(actor.name());
    }

    /**
     * In whose name the job acts. Roles and scope are not carried along: what somebody may do is checked when he asks for
     * it, and what he may see then stands in the parameters.
     */
    public Actor actor() {
        return kind == Actor.Kind.SYSTEM
                ? Actor.SYSTEM
                : new Actor(kind, accountId, name, Set.of(), Standing.FULL, Scope.NOWHERE);
    }
}
