package org.lantian.bench.dispersion;

import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;
import org.lantian.bench.JmhRun;

/** JMH: exponentials side by side, and one source in one hour at 400 receptors. */
public final class DispersionKernelBenchmark implements Benchmark {

    @Override
    public String name() {
        return "dispersion-kernel";
    }

    @Override
    public String description() {
        return """
                Time for one exponential out of a batch (the library's, one by one, and the engine's, which the compiler
                vectorises), and for one receptor of one source in one hour, by plumes computed at every distance and by
                plumes interpolated between distances. A stack and a field of 100 m by 100 m, 400 receptors within 12 km,
                a stable and a convective hour.""";
    }

    @Override
    public String run(BenchContext context) {
        return JmhRun.table(DispersionKernelJmh.class);
    }
}
