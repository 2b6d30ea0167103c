package org.lantian.server.monitoring.internal;

/**
 * What became of the values of a file.
 *
 * @param accepted new: nothing stood there before
 * @param revised replaced another value
 * @param unchanged stood there before
 * @param flagged carry a flag of the quality checks, whichever of the three they are
 */
public record ImportCounts(long accepted, long revised, long unchanged, long flagged) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                accepted + other.accepted,
                revised + other.revised,
                unchanged + other.unchanged,
                flagged + other.flagged);
    }

    /** Values that can be stored. */
    public long acceptable() {
        return accepted + revised + unchanged;
    }

    boolean changesAnything() {
        return accepted + revised > 0;
    }
}
