/** How much of the NOx that is released has become NO2 at a receptor: ARM2 and OLM, with ozone and background. */
@NullMarked
package org.lantian.dispersion.no2;

import org.jspecify.annotations.NullMarked;
