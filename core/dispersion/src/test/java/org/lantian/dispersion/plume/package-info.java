/** Tests. */
@NullMarked
package org.lantian.dispersion.plume;

import org.jspecify.annotations.NullMarked;
