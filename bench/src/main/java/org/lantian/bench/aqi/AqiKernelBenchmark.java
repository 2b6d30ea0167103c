package org.lantian.bench.aqi;

import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;
import org.lantian.bench.JmhRun;

/** JMH: the index of one station-hour. */
public final class AqiKernelBenchmark implements Benchmark {

    @Override
    public String name() {
        return "aqi-kernel";
    }

    @Override
    public String description() {
        return """
                Time for the air quality index of one station-hour (six pollutants): by the kernel on whole numbers that
                `./lantian aqi` uses, and by the records of the library that carry level, primary pollutants and advice.
                A station-year of made-up hours from a fixed seed. The kernel is to allocate nothing.""";
    }

    @Override
    public String run(BenchContext context) {
        return JmhRun.table(AqiKernelJmh.class);
    }
}
