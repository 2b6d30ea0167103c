package org.lantian.city;

/** How far a fact of a pack can be trusted. Shown beside the fact wherever it is shown. */
public enum FactStatus {
    /** Stands so in the named source, which was read. */
    READ,
    /** Concluded from what was read; the source says how. */
    INFERRED,
    /** Believed, but no source was read. */
    UNVERIFIED,
    /** Made up to illustrate; never to be presented as official. */
    EXAMPLE;

    /** The word used in files and over HTTP, for example {@code read}. */
    public String code() {
        return Words.codeOf(this);
    }
}
