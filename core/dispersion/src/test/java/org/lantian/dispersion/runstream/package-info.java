@NullMarked
package org.lantian.dispersion.runstream;

import org.jspecify.annotations.NullMarked;
