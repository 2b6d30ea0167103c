/** One hour's weather as given, its class, and the profiles on 87 levels that the plumes look values up in. */
@NullMarked
package org.lantian.dispersion.weather;

import org.jspecify.annotations.NullMarked;
