/** Tests. */
@NullMarked
package org.lantian.dispersion.kernel;

import org.jspecify.annotations.NullMarked;
