package org.lantian.server.identity.internal;

import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody logged in may do. */
public final class Authorities {

    /** Change data. */
    public static final SimpleGrantedAuthority ADMINISTRATOR = new SimpleGrantedAuthority("ROLE_ADMINISTRATOR");

    /** Nothing but choose a password of one's own. */
    public static final SimpleGrantedAuthority MUST_CHANGE_PASSWORD =
            new SimpleGrantedAuthority("ROLE_MUST_CHANGE_PASSWORD");

    /** What only somebody at this machine who can read the data directory may do. */
    public static final SimpleGrantedAuthority LOCAL_COMMAND_LINE =
            new SimpleGrantedAuthority("ROLE_LOCAL_COMMAND_LINE");

    private Authorities() {}
}
