package org.lantian.server.identity;

/** Who may use an endpoint. */
public enum Role {
    /** Everybody, without login: reading is public. */
    ANYONE,
    /** Who is logged in, even with an initial password that must still be changed. */
    LOGGED_IN,
    /** The administrator who has changed the initial password, or the command line on this machine. */
    ADMINISTRATOR,
    /** Only the command line on this machine, which has shown that it can read the data directory. */
    LOCAL_COMMAND_LINE
}
