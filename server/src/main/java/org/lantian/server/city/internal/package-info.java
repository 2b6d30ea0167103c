/** Loading the city pack into the database. */
@NullMarked
package org.lantian.server.city.internal;

import org.jspecify.annotations.NullMarked;
