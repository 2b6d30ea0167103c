/** Benchmarks of the air quality index. */
@NullMarked
package org.lantian.bench.aqi;

import org.jspecify.annotations.NullMarked;
