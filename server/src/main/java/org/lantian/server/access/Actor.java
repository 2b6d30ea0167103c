package org.lantian.server.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts.
 *
 * @param kind by what this was shown
 * @param accountId of the account, 0 when there is none behind it
 * @param name stable name in the audit: the user name, or a fixed word
 * @param roles in which roles; {@link Role#PUBLIC} alone for who has not signed in
 * @param standing how far the sign-in has come
 * @param scope over what
 * @param actions to which a token is limited, of those that the roles allow; all for everybody else
 */
public record Actor(
        Kind kind, int accountId, String name, Set<Role> roles, Standing standing, Scope scope, Set<Action> actions) {

    /** By what somebody showed who they are. */
    public enum Kind {
        /** Not at all. */
        ANONYMOUS,
        /** By password and session. */
        PERSON,
        /** By a token made for a machine. */
        TOKEN,
        /** By the secret of this start, which lies in the data directory. */
        LOCAL_COMMAND_LINE,
        /** The server by itself, such as at its start. */
        SYSTEM
    }

    public static final Actor ANONYMOUS =
            new Actor(Kind.ANONYMOUS, 0, "anonymous", Set.of(Role.PUBLIC), Standing.FULL, Scope.NOWHERE);
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, 0, "system", Set.of(), Standing.FULL, Scope.EVERYWHERE);
    public static final Actor LOCAL_COMMAND_LINE =
            new Actor(Kind.LOCAL_COMMAND_LINE, 0, "command-line", Set.of(), Standing.FULL, Scope.EVERYWHERE);

    public Actor {
        roles = Set.copyOf(roles);
        actions = Set.copyOf(actions);
    }

    /** Somebody who may take every action that the roles allow. */
    public Actor(Kind kind, int accountId, String name, Set<Role> roles, Standing standing, Scope scope) {
        this(kind, accountId, name, roles, standing, scope, EnumSet.allOf(Action.class));
    }

    /** The same account with no more than these actions. */
    public Actor limitedTo(Set<Action> some) {
        return new Actor(kind, accountId, name, roles, standing, scope, some);
    }

    /**
     * Whether what was noted of somebody is this one: an account by its number, which never changes hands, and who has none
     * by the fixed word.
     *
     * @param notedAccountId 0 when there was no account
     */
    public boolean is(int notedAccountId, String notedName) {
        return notedAccountId == accountId && (accountId > 0 || notedName.equals(name));
    }

    /** Who acts on this thread: whoever signed in, nobody in a request without sign-in, else the server by itself. */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return SYSTEM;
        }
        return authentication.getPrincipal() instanceof Actor actor ? actor : ANONYMOUS;
    }
}
