/** Documents of the law and their rules as versioned tables: where each was read, and whether it was read at all. */
@NullMarked
package org.lantian.standards.document;

import org.jspecify.annotations.NullMarked;
