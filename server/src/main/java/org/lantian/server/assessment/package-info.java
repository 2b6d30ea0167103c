/**
 * A city's air assessed by the law: daily values computed once from the hours and kept, and all that pages read.
 *
 * <p>Depends on {@code city} (what there is) and {@code monitoring} (what was measured); the rules are those of
 * {@code org.lantian.standards}.
 */
@NullMarked
package org.lantian.server.assessment;

import org.jspecify.annotations.NullMarked;
