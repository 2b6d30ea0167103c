/** Imports, the storage of hourly values, and how the two are brought together. */
@NullMarked
package org.lantian.server.monitoring.internal;

import org.jspecify.annotations.NullMarked;
