/** Ranking of places, change on last year, and the autumn–winter assessment. */
@NullMarked
package org.lantian.standards.ranking;

import org.jspecify.annotations.NullMarked;
