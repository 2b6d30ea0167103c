/** Who is asking: the administrator, the session, and the rule that changing needs both. */
@NullMarked
package org.lantian.server.identity;

import org.jspecify.annotations.NullMarked;
