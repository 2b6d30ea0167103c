@NullMarked
package org.lantian.standards;

import org.jspecify.annotations.NullMarked;
