/** Tests of the making of weather files. */
@NullMarked
package org.lantian.dispersion.preprocessing;

import org.jspecify.annotations.NullMarked;
