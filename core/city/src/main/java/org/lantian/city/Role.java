package org.lantian.city;

/** What a station is to the city of the pack. */
public enum Role {
    /** One of the city's own. */
    OWN,
    /** Of another city, kept for comparison. */
    PEER;

    /** The word used in files and over HTTP. */
    public String code() {
        return Words.codeOf(this);
    }
}
