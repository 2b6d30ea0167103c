/** Means over blocks, months, years and the whole run, with the divisors that calm and missing hours leave, and ranks. */
@NullMarked
package org.lantian.dispersion.averaging;

import org.jspecify.annotations.NullMarked;
