/** Lists of the platform at the size of a city, and many users at once. */
@NullMarked
package org.lantian.bench.lists;

import org.jspecify.annotations.NullMarked;
