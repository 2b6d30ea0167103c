/** Starting, stopping and recognising the embedded PostgreSQL. */
@NullMarked
package org.lantian.server.database.internal;

import org.jspecify.annotations.NullMarked;
