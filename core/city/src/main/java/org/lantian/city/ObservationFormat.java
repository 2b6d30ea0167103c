package org.lantian.city;

/** Layouts of files of observations that a pack may declare. */
public enum ObservationFormat {
    /** One row per hour and kind of value, one column per station (the national network's publication). */
    NATIONAL_WIDE,
    /** One row per value. */
    LONG,
    /** One file per station, one column per parameter; needs a mapping of columns and units. */
    STATION_WIDE;

    /** The word used in files and over HTTP, for example {@code national-wide}. */
    public String code() {
        return Words.codeOf(this);
    }
}
