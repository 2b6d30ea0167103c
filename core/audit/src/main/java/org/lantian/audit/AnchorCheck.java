package org.lantian.audit;

/** What an anchor says about a chain. */
public record AnchorCheck(Anchor anchor, State state) {

    public enum State {
        /** The chain contains it. */
        MATCHES,
        /** At its place the chain has another event: it was recomputed. */
        DIFFERS,
        /** The chain ends before it: it was shortened. */
        MISSING,
        /** The chain does not contain it, and none of our keys sealed it: made up, or of another installation. */
        NOT_OURS
    }
}
