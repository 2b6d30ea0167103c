/** Reaching a server that has the data: a living one, one elsewhere, or one started for the call. */
@NullMarked
package org.lantian.cli.server;

import org.jspecify.annotations.NullMarked;
