/** Conditional requests: what was read before is not sent again while no data have changed. */
@NullMarked
package org.lantian.server.caching;

import org.jspecify.annotations.NullMarked;
