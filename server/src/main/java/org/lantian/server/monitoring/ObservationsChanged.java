package org.lantian.server.monitoring;

/**
 * Hourly values changed and are committed. Which station-days they are on stands in table {@code station_day_changed};
 * the event only wakes up whoever works it off.
 */
public record ObservationsChanged() {}
