package org.lantian.audit;

import org.lantian.quantities.BilingualText;

/**
 * What is wrong with a chain, at its first broken link.
 *
 * @param sequence the event at which it shows
 * @param text for a person
 */
public record Finding(Kind kind, long sequence, BilingualText text) {

    /** What was done to the chain. */
    public enum Kind {
        /** A column of the event is not what was written. */
        CHANGED,
        /** Events in the middle are gone. */
        REMOVED,
        /** Events stand at each other's place. */
        REORDERED,
        /** An event was put in by somebody without the key. */
        INSERTED,
        /** Events at the end are gone. */
        TRUNCATED,
        /** The chain was computed anew from some event on. */
        RECOMPUTED,
        /** A personal text beside the chain was changed, put in, or erased before its time. */
        PERSONAL_TEXT,
        /** The lines carried over from the time before the chain are not those that it covers. */
        CARRIED_OVER,
        /** An anchor that none of our keys sealed is not part of the chain. */
        FOREIGN_ANCHOR,
        /** The first seals were made with a key that is not here any more; the hashes are sound. */
        KEY_MISSING
    }
}
