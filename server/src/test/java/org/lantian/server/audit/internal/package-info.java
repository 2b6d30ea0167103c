/** The inside of the audit, attacked on a real database. */
@NullMarked
package org.lantian.server.audit.internal;

import org.jspecify.annotations.NullMarked;
