/** Functions that the physics calls hundreds of millions of times: exponential, normal distribution, sums of images. */
@NullMarked
package org.lantian.dispersion.numeric;

import org.jspecify.annotations.NullMarked;
