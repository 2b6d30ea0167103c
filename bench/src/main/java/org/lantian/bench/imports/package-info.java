/** How fast and how small observations are stored, measured on the whole server with its embedded database. */
@NullMarked
package org.lantian.bench.imports;

import org.jspecify.annotations.NullMarked;
