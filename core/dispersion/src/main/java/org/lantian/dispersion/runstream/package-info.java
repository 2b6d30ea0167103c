/** AERMOD's text formats on their way in: runstream, weather, hourly emissions, ozone and background. */
@NullMarked
package org.lantian.dispersion.runstream;

import org.jspecify.annotations.NullMarked;
