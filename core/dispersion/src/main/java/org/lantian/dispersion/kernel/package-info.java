/** The fenced hot loops; each equals a simple reference version in the tests. */
@NullMarked
package org.lantian.dispersion.kernel;

import org.jspecify.annotations.NullMarked;
