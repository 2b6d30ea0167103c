package org.lantian.server.identity.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.lantian.server.access.Role;
import org.lantian.server.access.Standing;
import org.lantian.server.identity.SignInSettings;
import org.springframework.stereotype.Component;

/** How far a session has come: what must be done first before anything else is allowed. */
@Component
class StandingRule {

    private static final Set<Role> ADMINISTRATORS =
            Set.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private final SignInSettings settings;
    private final PasswordRules passwords;
    private final Clock clock;

    StandingRule(SignInSettings settings, PasswordRules passwords, Clock clock) {
        this.settings = settings;
        this.passwords = passwords;
        this.clock = clock;
    }

    Standing of(OpenSession session, Set<Role> roles) {
        if (session.mustChangePassword() || isOld(session)) {
            return Standing.MUST_CHANGE_PASSWORD;
        }
        return requiresSecondFactor(roles) && !session.hasSecondFactor()
                ? Standing.MUST_SET_UP_SECOND_FACTOR
                : Standing.FULL;
    }

    boolean requiresSecondFactor(Set<Role> roles) {
        return settings.secondFactorForAdministrators() && !Collections.disjoint(roles, ADMINISTRATORS);
    }

    static Set<Role> administratorsAmong(Set<Role> roles) {
        return roles.stream().filter(ADMINISTRATORS::contains).collect(java.util.stream.Collectors.toSet());
    }

    private boolean isOld(OpenSession session) {
        Instant changed = session.passwordChanged();
        return changed != null
                && passwords
                        .profile()
                        .findChangeInterval()
                        .map(interval -> changed.plus(interval).isBefore(clock.instant()))
                        .orElse(false);
    }
}
