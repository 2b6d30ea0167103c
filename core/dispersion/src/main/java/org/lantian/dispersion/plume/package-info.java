/** The physics of a plume, one class an equation group, readable beside its paper. */
@NullMarked
package org.lantian.dispersion.plume;

import org.jspecify.annotations.NullMarked;
