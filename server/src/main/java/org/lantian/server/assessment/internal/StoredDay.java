package org.lantian.server.assessment.internal;

import org.lantian.standards.assessment.DailyValues;

/**
 * What is kept of one subject and city day.
 *
 * @param values before rounding
 * @param completeHours hours with all six pollutants; of an area 0
 * @param windHours hours with wind speed; of an area 0
 * @param stations stations that count for an area on the day; of a station 1
 */
public record StoredDay(DailyValues values, int completeHours, int windHours, int stations) {}
