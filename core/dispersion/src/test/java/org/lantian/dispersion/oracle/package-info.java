/** Readers of the reference results, for tests. */
@NullMarked
package org.lantian.dispersion.oracle;

import org.jspecify.annotations.NullMarked;
