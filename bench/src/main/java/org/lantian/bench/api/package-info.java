/** How fast the running server answers. */
@NullMarked
package org.lantian.bench.api;

import org.jspecify.annotations.NullMarked;
