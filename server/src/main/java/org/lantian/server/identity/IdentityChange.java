package org.lantian.server.identity;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the account or a session, published in the transaction in which it happened; the audit
 * listens.
 *
 * @param actor who did it, null for who acts on this thread
 * @param action stable word for what was done
 * @param subject what it was done to
 */
public record IdentityChange(@Nullable String actor, String action, String subject) {}
