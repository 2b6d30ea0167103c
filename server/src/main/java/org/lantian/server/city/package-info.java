/** The city that this server serves: its areas, stations, targets and calendar, loaded from the city pack. */
@NullMarked
package org.lantian.server.city;

import org.jspecify.annotations.NullMarked;
