/**
 * The ledger of problems (整改台账): which states a problem passes, who may take which step, what is owed by when and
 * what follows when it is not done. Knows nothing of where problems are kept or shown.
 */
@NullMarked
package org.lantian.ledger;

import org.jspecify.annotations.NullMarked;
