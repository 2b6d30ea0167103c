/** Tests. */
@NullMarked
package org.lantian.dispersion.source;

import org.jspecify.annotations.NullMarked;
