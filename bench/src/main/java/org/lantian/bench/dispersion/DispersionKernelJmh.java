package org.lantian.bench.dispersion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lantian.dispersion.kernel.Numerics;
import org.lantian.dispersion.kernel.UnitConcentrations;
import org.lantian.dispersion.numeric.Exponentials;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.weather.BoundaryLayer;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.dispersion.weather.WeatherSite;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Kernels of the dispersion engine, on made-up hours and places from a fixed seed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DispersionKernelJmh {

    static final int RECEPTORS = 400;
    private static final long SEED = 424242;

    private final BoundaryLayer night = air(false);
    private final BoundaryLayer day = air(true);
    private final double[] exponents =
            new Random(SEED).doubles(RECEPTORS, -40, 0).toArray();
    private final double[] batch = new double[RECEPTORS];
    private final double[] result = new double[RECEPTORS];
    private final UnitConcentrations interpolated = new UnitConcentrations(receptors(), false, Numerics.STANDARD);
    private final UnitConcentrations computed = new UnitConcentrations(receptors(), false, new Numerics(false, false));

    private final Source stack =
            new PointSource("S", new PlanePoint(0, 0), 0, 60, 400, 12, 2, PointSource.Outlet.VERTICAL);
    private final Source field =
            AreaSource.rectangle("A", new PlanePoint(0, 0), 100, 100, 20, new AreaSource.Release(0, 3, 1));

    /** The library's exponential, one by one. */
    @Benchmark
    @OperationsPerInvocation(RECEPTORS)
    public double libraryExponentials() {
        for (int i = 0; i < RECEPTORS; i++) {
            batch[i] = Math.exp(exponents[i]);
        }
        return batch[7];
    }

    /** The engine's, side by side. */
    @Benchmark
    @OperationsPerInvocation(RECEPTORS)
    public double batchedExponentials() {
        System.arraycopy(exponents, 0, batch, 0, RECEPTORS);
        Exponentials.ofAll(batch, RECEPTORS);
        return batch[7];
    }

    @Benchmark
    @OperationsPerInvocation(2 * RECEPTORS)
    public double stackInterpolated() {
        return nightAndDay(interpolated, stack);
    }

    @Benchmark
    @OperationsPerInvocation(2 * RECEPTORS)
    public double stackComputed() {
        return nightAndDay(computed, stack);
    }

    @Benchmark
    @OperationsPerInvocation(2 * RECEPTORS)
    public double fieldInterpolated() {
        return nightAndDay(interpolated, field);
    }

    @Benchmark
    @OperationsPerInvocation(2 * RECEPTORS)
    public double fieldComputed() {
        return nightAndDay(computed, field);
    }

    private double nightAndDay(UnitConcentrations kernel, Source source) {
        kernel.compute(source, night, 0, result);
        double sum = result[7];
        kernel.compute(source, day, 0, result);
        return sum + result[7];
    }

    private static List<Receptor> receptors() {
        Random random = new Random(SEED);
        List<Receptor> receptors = new ArrayList<>();
        for (int i = 0; i < RECEPTORS; i++) {
            receptors.add(Receptor.flat(24000 * random.nextDouble() - 12000, 24000 * random.nextDouble() - 12000));
        }
        return receptors;
    }

    private static BoundaryLayer air(boolean byDay) {
        SurfaceHour surface = new SurfaceHour(
                byDay ? 150 : -10,
                byDay ? 0.4 : 0.2,
                byDay ? 1.6 : -9,
                byDay ? 0.005 : -9,
                byDay ? 1100 : -999,
                byDay ? 600 : 200,
                byDay ? -40 : 40,
                0.2,
                1,
                0.2,
                3,
                250,
                10,
                290,
                2,
                0,
                0,
                60,
                940,
                3);
        WeatherHour hour = new WeatherHour(
                HourStamp.of(LocalDate.of(2024, 7, 1), byDay ? 13 : 2),
                surface,
                List.of(new ProfileLevel(10, 250, 3, 16.84, 99, 99)));
        return BoundaryLayer.rural(hour, new WeatherSite(true, false, 100));
    }
}
