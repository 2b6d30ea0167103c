/** How the API describes itself. */
@NullMarked
package org.lantian.server.openapi;

import org.jspecify.annotations.NullMarked;
