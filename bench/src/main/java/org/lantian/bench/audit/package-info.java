/** How fast the audit is written, proved and searched. */
@NullMarked
package org.lantian.bench.audit;

import org.jspecify.annotations.NullMarked;
