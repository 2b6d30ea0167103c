/** Tests of hours and profiles. */
@NullMarked
package org.lantian.dispersion.weather;

import org.jspecify.annotations.NullMarked;
