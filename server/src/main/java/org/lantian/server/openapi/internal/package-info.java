/** Adjustments to the generated description. */
@NullMarked
package org.lantian.server.openapi.internal;

import org.jspecify.annotations.NullMarked;
