/** Versioned checks that mark doubtful hourly values with flags. */
@NullMarked
package org.lantian.observations.quality;

import org.jspecify.annotations.NullMarked;
