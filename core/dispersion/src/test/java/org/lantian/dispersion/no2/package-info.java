@NullMarked
package org.lantian.dispersion.no2;

import org.jspecify.annotations.NullMarked;
