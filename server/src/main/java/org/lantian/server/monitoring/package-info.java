/**
 * What the stations measured, hour by hour: importing files of it, keeping it with flags and with every value it
 * replaced, and reading it.
 */
@NullMarked
package org.lantian.server.monitoring;

import org.jspecify.annotations.NullMarked;
