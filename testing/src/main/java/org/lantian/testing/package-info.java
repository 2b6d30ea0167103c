/** What the tests of all modules share. Never a dependency of the product. */
@NullMarked
package org.lantian.testing;

import org.jspecify.annotations.NullMarked;
