/** Tests of the dispersion engine. */
@NullMarked
package org.lantian.dispersion;

import org.jspecify.annotations.NullMarked;
