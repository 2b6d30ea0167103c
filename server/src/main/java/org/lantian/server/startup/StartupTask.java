package org.lantian.server.startup;

import org.lantian.quantities.BilingualText;

/**
 * Work done after the server answers and before it calls itself ready, such as the import of a city's first
 * observations. Tasks run one after another in the order of their {@link org.springframework.core.annotation.Order}
 * and must be idempotent: a start that was broken off runs them again.
 */
public interface StartupTask {

    /** What the person at the terminal reads beside the progress bar. */
    BilingualText title();

    /** Whether there is anything to do; a task that is not needed is not shown. */
    boolean needed();

    /**
     * Does the work. An exception stops the start: throw a {@link org.lantian.quantities.DomainException} for what a
     * person can mend.
     */
    void run(Progress progress);

    /** Receives how far a task is. */
    interface Progress {

        /**
         * @param done part that is done, 0–1
         * @param note what is being worked on, such as a file name; may be empty
         */
        void report(double done, String note);
    }
}
