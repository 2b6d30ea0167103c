package org.lantian.server.assessment.internal;

import java.time.LocalDate;

/** One city day of a station, by its key in table {@code station}. */
record StationDay(int stationId, LocalDate day) {}
