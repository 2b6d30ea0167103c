@NullMarked
package org.lantian.dispersion.averaging;

import org.jspecify.annotations.NullMarked;
