package org.lantian.dispersion;

/** Hears how far a run is and may end it. Called after each hour, from the thread that called the run. */
public interface Progress {

    /** Nobody listens, nobody cancels. */
    Progress NONE = hours -> true;

    /**
     * Hours handed to the sink so far.
     *
     * @return false to end the run here
     */
    boolean hours(long done);
}
