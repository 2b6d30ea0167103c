@NullMarked
package org.lantian.observations;

import org.jspecify.annotations.NullMarked;
