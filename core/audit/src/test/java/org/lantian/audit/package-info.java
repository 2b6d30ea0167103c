/** The arithmetic of the audit chain, attacked. */
@NullMarked
package org.lantian.audit;

import org.jspecify.annotations.NullMarked;
