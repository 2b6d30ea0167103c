package org.lantian.server.identity.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One open session, with what decides how far it has come.
 *
 * @param lastUsed to the minute
 * @param address from which it was opened
 * @param agent as the browser calls itself
 * @param mustChangePassword whether somebody else knows the password
 * @param passwordChanged null for an account that never had one
 * @param hasSecondFactor whether the account has one that was confirmed
 */
public record OpenSession(
        long id,
        int accountId,
        Instant opened,
        Instant lastUsed,
        String address,
        String agent,
        boolean mustChangePassword,
        @Nullable Instant passwordChanged,
        boolean hasSecondFactor) {}
