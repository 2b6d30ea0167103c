package org.lantian.city;

/**
 * Whether a station is the clean comparison point (清洁对照点) of its city, which is left out of the city's mean (HJ
 * 663—2013).
 */
public enum CleanPoint {
    YES,
    NO,
    /** Nobody said so; a mean that depends on it must say so too. */
    UNKNOWN;

    /** The word used in files and over HTTP. */
    public String code() {
        return Words.codeOf(this);
    }
}
