package org.lantian.dispersion;

/** Takes the hours of a run, in the order in which they were given, one at a time. */
@FunctionalInterface
public interface HourSink {

    /** The arrays belong to the sink from here on. */
    void accept(HourResult hour);
}
