/** Attacks on every endpoint that the application serves, also on those that were not there when this was written. */
@NullMarked
package org.lantian.server.attacks;

import org.jspecify.annotations.NullMarked;
