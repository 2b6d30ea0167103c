package org.lantian.server.jobs;

import java.util.Set;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Scope;
import org.lantian.server.access.Standing;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who wants a job done.
 *
 * @param kind by what he showed who he is
 * @param accountId account, 0 when there is none behind it
 * @param name name as in the audit
 * @param address from where he asked, empty for the server itself
 */
public record JobOwner(Actor.Kind kind, int accountId, String name, String address) {

    /** Whoever acts now, from the address of the present request. */
    public static JobOwner current() {
        String address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
        Actor actor = Actor.current();
        return new JobOwner(actor.kind(), actor.accountId(), actor.name(), address);
    }

    /** The server by itself. */
    public static JobOwner system() {
        return new JobOwner(Actor.SYSTEM.kind(), 0, Actor.SYSTEM.name(), "");
    }

    /** Whose turn it is in the queue: an account's from wherever it asks. */
    public String queue() {
        return accountId + " " + name;
    }

    /** Whether this is who acts now. */
    public boolean is(Actor actor) {
        return actor.is(accountId, name);
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
