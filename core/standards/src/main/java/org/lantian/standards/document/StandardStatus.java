package org.lantian.standards.document;

/** How sure we are of a line of the law. Shown wherever a result rests on it. */
public enum StandardStatus {
    /** Read in the document named as source. */
    READ("read"),
    /** From memory or from a third party: to be checked before an official use. */
    UNVERIFIED("unverified");

    private final String code;

    StandardStatus(String code) {
        this.code = code;
    }

    /** The word used in rule files and outputs. */
    public String code() {
        return code;
    }

    /** The weaker of two: a result is only as sure as its least sure rule. */
    public StandardStatus and(StandardStatus other) {
        return this == UNVERIFIED || other == UNVERIFIED ? UNVERIFIED : READ;
    }

    static StandardStatus parse(String text) {
        for (StandardStatus status : values()) {
            if (status.code.equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("status is \"" + text + "\", expected read or unverified");
    }
}
