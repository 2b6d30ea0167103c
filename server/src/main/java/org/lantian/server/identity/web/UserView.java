package org.lantian.server.identity.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Role;
import org.lantian.server.identity.AccountState;
import org.lantian.server.identity.UnitKind;
import org.lantian.server.identity.internal.Masked;
import org.lantian.server.identity.internal.User;

/**
 * An account as everybody within whose scope it lies may see it.
 *
 * @param phone masked, empty when there is none
 * @param email masked, empty when there is none
 * @param unit null for who belongs to no unit
 * @param roles granted
 * @param proposedRoles waiting for a security administrator
 * @param lastSignIn null when never
 * @param disabled since when, null while it is not
 */
record UserView(
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

    /** The unit to which somebody belongs, named in the language asked for. */
    record UnitRef(int id, String code, String name, UnitKind kind) {}

    static UserView of(User user, Locale language) {
        return of(user, Masked.phone(user.phone()), Masked.email(user.email()), language);
    }

    /** One's own account. */
    static UserView inFull(User user, Locale language) {
        return of(user, user.phone(), user.email(), language);
    }

    private static UserView of(User user, String phone, String email, Locale language) {
        User.UnitRef unit = user.unit();
        return new UserView(
                user.id(),
                user.version(),
                user.username(),
                user.displayName(),
                phone,
                email,
                unit == null
                        ? null
                        : new UnitRef(
                                unit.id(),
                                unit.code(),
                                UnitView.name(unit.nameZh(), unit.nameEn(), language),
                                unit.kind()),
                user.state(),
                user.roles(),
                user.proposedRoles(),
                user.created(),
                user.lastSignIn(),
                user.disabled(),
                user.mustChangePassword());
    }
}
