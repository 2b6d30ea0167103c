/** Filters and handlers behind the pages. */
@NullMarked
package org.lantian.server.site.internal;

import org.jspecify.annotations.NullMarked;
