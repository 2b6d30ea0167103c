/** What emits, how much of it at which hour, and where the air is asked for. */
@NullMarked
package org.lantian.dispersion.source;

import org.jspecify.annotations.NullMarked;
