package org.lantian.observations;

import org.lantian.quantities.InputError;

/**
 * Receives what a file of hourly air data holds, in the order of the file, on the thread that reads.
 *
 * <p>Primitive arguments on purpose: a whole national month has more than ten million values.
 */
public interface ObservationSink {

    /** A file begins; called once, before anything else. */
    default void begin(AirFile file) {}

    /**
     * A station is met for the first time; called before its first value.
     *
     * @param station number of the station in this file, counted from 0 without gaps
     * @param code its code as printed (in the city variant of the national files: the name of the city)
     */
    default void station(int station, String code) {}

    /**
     * One accepted value; missing ones don't arrive. The same station, hour and quantity may arrive again: the reader
     * has no memory of values.
     *
     * @param station number announced by {@link #station}
     * @param epochHour end of the hour, as in {@link org.lantian.quantities.HourEnding#epochHour()}
     * @param value in {@link Quantity#unit()}
     * @param row line of the file, the first is 1
     */
    void value(int station, long epochHour, Quantity quantity, float value, long row);

    /** A cell, or a whole row, that can't be taken. */
    default void rejected(InputError error) {}
}
