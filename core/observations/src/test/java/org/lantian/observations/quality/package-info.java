@NullMarked
package org.lantian.observations.quality;

import org.jspecify.annotations.NullMarked;
