/** Long work on the audit, as jobs. */
@NullMarked
package org.lantian.server.auditing.internal;

import org.jspecify.annotations.NullMarked;
