/** Rounding as the law rounds. */
@NullMarked
package org.lantian.standards.rounding;

import org.jspecify.annotations.NullMarked;
