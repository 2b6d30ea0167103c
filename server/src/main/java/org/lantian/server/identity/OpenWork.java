package org.lantian.server.identity;

import org.lantian.quantities.BilingualText;

/**
 * Work of a kind that an account has open. Each feature in which work belongs to somebody implements it, so that a leaver
 * leaves nothing behind.
 */
public interface OpenWork {

    /** Stable word for the kind of work, such as {@code jobs}. */
    String kind();

    /** The kind for a person. */
    BilingualText title();

    /** How much of it the account has open. */
    int count(int accountId);

    /**
     * Gives all of it to somebody else, in the transaction of the caller.
     *
     * @return how much was given
     */
    int handOver(int fromAccountId, int toAccountId);
}
