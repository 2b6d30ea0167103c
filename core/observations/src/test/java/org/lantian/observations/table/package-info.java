@NullMarked
package org.lantian.observations.table;

import org.jspecify.annotations.NullMarked;
