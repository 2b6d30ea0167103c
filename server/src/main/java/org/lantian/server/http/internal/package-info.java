/** Filters in front of the endpoints, and how the shared parameters are read and described. */
@NullMarked
package org.lantian.server.http.internal;

import org.jspecify.annotations.NullMarked;
