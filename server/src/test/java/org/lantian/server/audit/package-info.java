/** The audit, tried on a real database. */
@NullMarked
package org.lantian.server.audit;

import org.jspecify.annotations.NullMarked;
