@NullMarked
package org.lantian.dispersion.output;

import org.jspecify.annotations.NullMarked;
