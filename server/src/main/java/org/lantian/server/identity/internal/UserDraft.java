package org.lantian.server.identity.internal;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Role;

/**
 * An account to be.
 *
 * @param unitId null for who belongs to no unit
 * @param proposedRoles for a security administrator to grant
 */
public record UserDraft(
        String username,
        String displayName,
        String phone,
        String email,
        @Nullable Integer unitId,
        Set<Role> proposedRoles) {

    public UserDraft {
        username = username.strip().toLowerCase(Locale.ROOT);
        displayName = displayName.strip();
        phone = phone.strip();
        email = email.strip();
        proposedRoles = Set.copyOf(proposedRoles);
    }

    @Override
    public String toString() {
        return "draft of account " + username; // personal data stay out of logs
    }
}
