package org.lantian.server.access;

/** How far a sign-in has come. */
public enum Standing {
    /** Everything the roles allow. */
    FULL,
    /** Nothing but choosing a new password. */
    MUST_CHANGE_PASSWORD,
    /** Nothing but setting up the second factor that the roles require. */
    MUST_SET_UP_SECOND_FACTOR
}
