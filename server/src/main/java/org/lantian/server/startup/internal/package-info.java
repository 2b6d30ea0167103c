/** The commands that start the server, and its life from first check to clean stop. */
@NullMarked
package org.lantian.server.startup.internal;

import org.jspecify.annotations.NullMarked;
