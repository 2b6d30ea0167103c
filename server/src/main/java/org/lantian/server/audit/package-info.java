/** The log of changes. */
@NullMarked
package org.lantian.server.audit;

import org.jspecify.annotations.NullMarked;
