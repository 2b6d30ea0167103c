package org.lantian.bench.aqi;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lantian.standards.Standards;
import org.lantian.standards.aqi.AqiKernel;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.aqi.AqiStandard;
import org.lantian.standards.aqi.FixedPoint;
import org.lantian.standards.aqi.HourlyConcentrations;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Index of one station-hour, over a station-year of made-up hours with the spread of a northern city. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AqiKernelJmh {

    static final int HOURS = 8760;
    private static final long SEED = 20190101;

    @Param({"2012", "2026"})
    @SuppressWarnings("NullAway.Init") // JMH sets it before the set-up
    public String edition;

    @SuppressWarnings("NullAway.Init") // set by the set-up
    private AqiStandard standard;

    private final int[] concentrations = new int[HOURS * AqiKernel.POLLUTANTS];
    private final double[] measured = new double[HOURS * AqiKernel.POLLUTANTS];
    private final short[] indices = new short[AqiKernel.POLLUTANTS];

    @Setup
    public void prepare() {
        standard = Standards.named(edition).orElseThrow().aqi();
        Random random = new Random(SEED);
        double[] means = {15, 40, 110, 1.2, 70, 55};
        for (int i = 0; i < measured.length; i++) {
            // log-normal, printed as the network prints: whole µg/m³, CO in tenths; 2 % missing
            double mean = means[i % AqiKernel.POLLUTANTS];
            double value = mean * Math.exp(0.7 * random.nextGaussian() - 0.245);
            double unit = i % AqiKernel.POLLUTANTS == AqiKernel.CO ? 10 : 1;
            measured[i] = random.nextInt(50) == 0 ? Double.NaN : Math.round(value * unit) / unit;
            concentrations[i] = FixedPoint.of(measured[i]);
        }
    }

    /** The kernel on arrays. */
    @Benchmark
    @OperationsPerInvocation(HOURS)
    public long kernel() {
        AqiKernel kernel = standard.kernel();
        long sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            sum += kernel.hour(concentrations, hour * AqiKernel.POLLUTANTS, FixedPoint.MISSING, indices, 0);
        }
        return sum;
    }

    /** The same hours through the records of the library, with level, primary pollutants and all. */
    @Benchmark
    @OperationsPerInvocation(HOURS)
    public void report(Blackhole sink) {
        for (int hour = 0; hour < HOURS; hour++) {
            int at = hour * AqiKernel.POLLUTANTS;
            AqiResult result = standard.hourly(HourlyConcentrations.of(
                    measured[at],
                    measured[at + 1],
                    measured[at + 2],
                    measured[at + 3],
                    measured[at + 4],
                    measured[at + 5]));
            sink.consume(result);
        }
    }
}
