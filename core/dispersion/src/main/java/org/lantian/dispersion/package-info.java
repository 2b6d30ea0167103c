/** Steady-state Gaussian dispersion of one hour after another: a plan and weather in, concentrations out. */
@NullMarked
package org.lantian.dispersion;

import org.jspecify.annotations.NullMarked;
