/** The interceptor behind conditional requests. */
@NullMarked
package org.lantian.server.caching.internal;

import org.jspecify.annotations.NullMarked;
