/** Tests. */
@NullMarked
package org.lantian.dispersion.numeric;

import org.jspecify.annotations.NullMarked;
