/** Turns exceptions into problem details and gives each request its id. */
@NullMarked
package org.lantian.server.problem.internal;

import org.jspecify.annotations.NullMarked;
