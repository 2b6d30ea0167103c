package org.lantian.server.identity.internal;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Action;

/**
 * A token for a machine, without its secret.
 *
 * @param prefix how it begins
 * @param actions to which it is limited
 * @param expires null when it is good until revoked
 * @param lastUsed null when never
 * @param revoked null while it is good
 */
public record MachineToken(
        int id,
        int accountId,
        String name,
        String prefix,
        List<Action> actions,
        OffsetDateTime created,
        @Nullable OffsetDateTime expires,
        @Nullable OffsetDateTime lastUsed,
        @Nullable OffsetDateTime revoked) {

    public MachineToken {
        actions = List.copyOf(actions);
    }
}
