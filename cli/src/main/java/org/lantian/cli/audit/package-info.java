/** Proving the audit chain: by a server, or from an export alone. */
@NullMarked
package org.lantian.cli.audit;

import org.jspecify.annotations.NullMarked;
