package org.lantian.observations;

import java.util.Set;

/**
 * What is known of a file once its header has been understood.
 *
 * @param name name for messages, as the person gave it
 * @param layout how the file is arranged
 * @param encoding {@code UTF-8}, {@code GB18030} or {@code XLSX}; {@code UTF-8} too when there is only ASCII so far
 * @param quantities what the file may deliver, out of what was asked for
 */
public record AirFile(String name, Layout layout, String encoding, Set<Quantity> quantities) {

    /** How a file of hourly air data is arranged. */
    public enum Layout {
        /** {@code date,hour,type} and a column per station or per city, as the national network publishes. */
        NATIONAL,
        /** {@code station,time,pollutant,value}: a row per value. */
        LONG,
        /** A column per parameter, described by a {@link ColumnMapping}. */
        MAPPED
    }

    public AirFile {
        quantities = Set.copyOf(quantities);
    }
}
