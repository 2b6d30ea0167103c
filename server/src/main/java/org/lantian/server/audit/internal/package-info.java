/** Storage of the change log. */
@NullMarked
package org.lantian.server.audit.internal;

import org.jspecify.annotations.NullMarked;
