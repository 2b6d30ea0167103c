package org.lantian.dispersion;

import java.util.Iterator;

/** The engine's one door. */
public final class Dispersion {

    private Dispersion() {}

    /**
     * Computes hour after hour. Hours are read as they are needed and given to the sink in order; at most a few per
     * thread are in memory.
     *
     * @return hours handed to the sink
     */
    public static long run(DispersionPlan plan, Iterator<HourInput> hours, HourSink sink, Progress progress) {
        return new HourPipeline(plan).run(hours, sink, progress);
    }
}
