@NullMarked
package org.lantian.city;

import org.jspecify.annotations.NullMarked;
