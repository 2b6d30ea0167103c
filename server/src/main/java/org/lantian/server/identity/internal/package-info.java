/** Passwords, sessions, failure delays, and the security filter chain. */
@NullMarked
package org.lantian.server.identity.internal;

import org.jspecify.annotations.NullMarked;
