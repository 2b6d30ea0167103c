/** Tests of the air API against a real database. */
@NullMarked
package org.lantian.server.assessment;

import org.jspecify.annotations.NullMarked;
