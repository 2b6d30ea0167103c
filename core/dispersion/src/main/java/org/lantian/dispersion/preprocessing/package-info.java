/** Weather in: hourly surface observations become the boundary-layer parameters of a .sfc and the profile of a .pfl. */
@NullMarked
package org.lantian.dispersion.preprocessing;

import org.jspecify.annotations.NullMarked;
