/** Who acts, in which roles and over what, and which role may take which action. */
@NullMarked
package org.lantian.server.access;

import org.jspecify.annotations.NullMarked;
