package org.lantian.server.identity.internal;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Role;
import org.lantian.server.identity.AccountState;
import org.lantian.server.identity.UnitKind;

/**
 * An account as it is kept, without its secrets.
 *
 * @param phone personal, in full; empty when there is none
 * @param email personal, in full; empty when there is none
 * @param unit null for who belongs to no unit
 * @param roles granted
 * @param proposedRoles waiting for a security administrator
 * @param created in city time
 * @param lastSignIn null when never
 * @param disabled null while it is not
 */
public record User(
        int id,
        int version,
        String username,
        String displayName,
        String phone,
        String email,
        @Nullable UnitRef unit,
        AccountState state,
        List<Role> roles,
        List<Role> proposedRoles,
        OffsetDateTime created,
        @Nullable OffsetDateTime lastSignIn,
        @Nullable OffsetDateTime disabled,
        boolean mustChangePassword) {

    public User {
        roles = List.copyOf(roles);
        proposedRoles = List.copyOf(proposedRoles);
    }

    /** The unit to which somebody belongs. */
    public record UnitRef(int id, String code, String nameZh, String nameEn, UnitKind kind) {}

    @Override
    public String toString() {
        return "account " + username; // personal data stay out of logs
    }
}
