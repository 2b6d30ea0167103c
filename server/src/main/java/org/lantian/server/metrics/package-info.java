/** Figures of operation for a monitoring system. */
@NullMarked
package org.lantian.server.metrics;

import org.jspecify.annotations.NullMarked;
