/** Benchmarks of the dispersion engine. */
@NullMarked
package org.lantian.bench.dispersion;

import org.jspecify.annotations.NullMarked;
