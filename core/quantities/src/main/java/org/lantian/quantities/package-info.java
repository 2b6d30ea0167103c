/** The words every room of Lantian speaks: pollutants, units, the hour axis, series, coordinates, errors. */
@NullMarked
package org.lantian.quantities;

import org.jspecify.annotations.NullMarked;
