package org.lantian.quantities;

import java.util.Locale;

/**
 * Whether a station is the clean comparison point (清洁对照点) of its city, which is left out of the means of city and
 * county (HJ 663—2013).
 */
public enum CleanPoint {
    YES,
    NO,
    /** Nobody said so: the station counts, and a mean that depends on it says so too. */
    UNKNOWN;

    /** The word used in files and over HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
