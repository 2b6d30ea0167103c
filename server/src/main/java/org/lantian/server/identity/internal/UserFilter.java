package org.lantian.server.identity.internal;

import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Role;
import org.lantian.server.identity.AccountState;

/**
 * Which accounts to list.
 *
 * @param search part of user name, name or unit; empty for all
 * @param unit only this unit, null for all
 * @param below with the units below it
 * @param role who holds it, or for whom it is proposed if {@code proposed}
 * @param proposed only who waits for a role
 */
public record UserFilter(
        String search,
        @Nullable Integer unit,
        boolean below,
        @Nullable Role role,
        @Nullable AccountState state,
        boolean proposed) {}
