/** Agreement of the dispersion engine with reference results, case by case. */
@NullMarked
package org.lantian.cli.dispersion;

import org.jspecify.annotations.NullMarked;
