package org.lantian.dispersion.runstream;

import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * Faults of a part as a whole.
 *
 * @param file the runstream
 */
record Missing(String file) {

    /** The part lacks a keyword that it needs. */
    DomainException keyword(Pathway pathway, String keyword) {
        return because(
                pathway, keyword, pathway + " 部分有关键字 " + keyword, "the keyword " + keyword + " in part " + pathway);
    }

    DomainException because(Pathway pathway, String keyword, String zh, String en) {
        return new DomainException(
                new InputError("runstream.missing", file, 0, pathway + " " + keyword, "", new BilingualText(zh, en)));
    }
}
