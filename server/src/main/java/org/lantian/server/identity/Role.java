package org.lantian.server.identity;

/** Who may use an endpoint. */
public enum Role {
    /** Everybody, without login: reading is public. */
    ANYONE,
    /** The administrator who has changed the initial password, or the command line on this machine. */
    ADMINISTRATOR
}
