/**
 * Reading files of hourly air data, whatever their layout, encoding and packing.
 *
 * <p>{@link org.lantian.observations.AirFileReader} streams a file into an
 * {@link org.lantian.observations.ObservationSink}; {@link org.lantian.observations.StationDayCollector} gathers what
 * arrives into station-days. Neither knows of databases, HTTP or frameworks.
 */
@NullMarked
package org.lantian.observations;

import org.jspecify.annotations.NullMarked;
