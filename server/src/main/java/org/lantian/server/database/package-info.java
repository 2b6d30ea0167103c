/** Where the data live: the data directory, and the PostgreSQL server that Lantian brings along. */
@NullMarked
package org.lantian.server.database;

import org.jspecify.annotations.NullMarked;
