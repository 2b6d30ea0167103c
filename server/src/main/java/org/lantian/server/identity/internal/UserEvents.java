package org.lantian.server.identity.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Role;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.audit.Personal;
import org.lantian.server.identity.AccountState;

/** What the audit says of accounts. */
final class UserEvents {

    private UserEvents() {}

    /** An account in the audit. */
    record Facts(
            String username,
            String displayName,
            @Personal String phone,
            @Personal String email,
            String unit,
            AccountState state,
            List<Role> roles,
            List<Role> proposedRoles) {}

    static EntityRef entity(int accountId) {
        return EntityRef.of("account", accountId);
    }

    static Event of(String action, @Nullable User before, User after, String reason) {
        return Event.of(action)
                .on(entity(after.id()), after.username())
                .before(before == null ? null : facts(before))
                .after(facts(after))
                .reason(reason);
    }

    private static Facts facts(User user) {
        return new Facts(
                user.username(),
                user.displayName(),
                user.phone(),
                user.email(),
                user.unit() == null ? "" : user.unit().code(),
                user.state(),
                user.roles(),
                user.proposedRoles());
    }
}
