/** Benchmarks: JMH kernels and scenarios on real files; each writes its page of docs/benchmarks/. */
@NullMarked
package org.lantian.bench;

import org.jspecify.annotations.NullMarked;
