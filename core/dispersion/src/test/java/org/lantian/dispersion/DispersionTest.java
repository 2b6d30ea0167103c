package org.lantian.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.lantian.dispersion.kernel.Numerics;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.EmissionSchedule;
import org.lantian.dispersion.source.HalfLife;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.PointSource.Outlet;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.source.SourceEmission;
import org.lantian.dispersion.source.SourceGroup;
import org.lantian.dispersion.source.UrbanArea;
import org.lantian.dispersion.source.VolumeSource;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.dispersion.weather.WeatherSite;

@Label("The dispersion engine")
class DispersionTest {

    private static final WeatherSite SITE = new WeatherSite(true, false, 100);
    private static final List<WeatherHour> DAY_AND_NIGHT =
            List.of(Hours.stable(2.5, 250, 40), Hours.convective(3.5, 250), Hours.stable(0.4, 250, 5));

    private static final PointSource STACK = stack("S", 0, 0);
    private static final AreaSource FIELD =
            AreaSource.rectangle("A", new PlanePoint(-200, 100), 150, 80, 30, new AreaSource.Release(0, 3, 1));
    private static final VolumeSource CLOUD = new VolumeSource("V", new PlanePoint(50, -80), 0, 5, 8, 4);

    @Example
    @Label("gives the same whatever the order of sources and receptors, exactly")
    void orderIndependent() {
        List<Receptor> receptors = ring(60);
        double[] one = only(plan(List.of(STACK, FIELD, CLOUD), receptors, options(2)));
        List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(order, new Random(7));
        double[] shuffled = only(plan(
                List.of(STACK, FIELD, CLOUD), order.stream().map(receptors::get).toList(), options(2)));
        for (int i = 0; i < 60; i++) {
            assertThat(shuffled[i]).isEqualTo(one[order.get(i)]);
        }
        double[] reversed = only(plan(List.of(CLOUD, FIELD, STACK), receptors, options(2)));
        for (int i = 0; i < 60; i++) {
            assertThat(reversed[i]).isCloseTo(one[i], within(1e-14 * one[i]));
        }
    }

    @Example
    @Label("gives the same with one thread and with many, hours in order")
    void threadsDoNotMatter() {
        List<HourInput> hours = Collections.nCopies(20, DAY_AND_NIGHT).stream()
                .flatMap(List::stream)
                .map(HourInput::of)
                .toList();
        List<double[]> one = new ArrayList<>();
        List<double[]> many = new ArrayList<>();
        List<Source> sources = List.of(STACK, FIELD, CLOUD);
        Dispersion.run(
                plan(sources, ring(50), options(1)), hours.iterator(), h -> one.add(h.groups()[0]), Progress.NONE);
        Dispersion.run(
                plan(sources, ring(50), options(7)), hours.iterator(), h -> many.add(h.groups()[0]), Progress.NONE);
        assertThat(many).usingRecursiveComparison().isEqualTo(one);
    }

    @Example
    @Label("is linear in emission, and groups are the sums of their sources")
    void linear() {
        List<Receptor> receptors = ring(12);
        List<ScheduledSource> sources = List.of(
                ScheduledSource.constant(STACK, 30),
                ScheduledSource.constant(FIELD, 1e-3),
                ScheduledSource.constant(CLOUD, 2));
        List<SourceGroup> groups =
                List.of(new SourceGroup("ALL", List.of(0, 1, 2)), new SourceGroup("TWO", List.of(0, 2)));
        HourResult unit = result(
                new DispersionPlan(SITE, sources, groups, receptors, new DispersionOptions(false, true, true, 1)), 1);
        HourResult real = result(
                new DispersionPlan(SITE, sources, groups, receptors, new DispersionOptions(false, true, false, 1)), 1);
        for (int r = 0; r < 12; r++) {
            double[] shares = new double[3];
            for (int s = 0; s < 3; s++) {
                shares[s] = sources.get(s).rate() * unit.sources()[s][r];
                assertThat(real.sources()[s][r]).isCloseTo(shares[s], within(1e-14 * shares[s]));
            }
            double all = shares[0] + shares[1] + shares[2];
            assertThat(real.groups()[0][r]).isCloseTo(all, within(1e-13 * all));
            assertThat(real.groups()[1][r]).isCloseTo(shares[0] + shares[2], within(1e-13 * all));
        }
    }

    @Property(tries = 25)
    void turnsWithTheWind(@ForAll @DoubleRange(min = 1, max = 359) double turn) {
        for (boolean day : new boolean[] {true, false}) {
            WeatherHour before = day ? Hours.convective(3, 90) : Hours.stable(2, 90, 60);
            double turnedWind = (90 + turn - 1e-9) % 360 + 1e-9;
            WeatherHour after = day ? Hours.convective(3, turnedWind) : Hours.stable(2, turnedWind, 60);
            List<Receptor> receptors = ring(9);
            List<Receptor> turned = receptors.stream()
                    .map(r -> Receptor.flat(turnX(r.x(), r.y(), turn), turnY(r.x(), r.y(), turn)))
                    .toList();
            AreaSource turnedField = new AreaSource(
                    "A",
                    FIELD.vertices().stream()
                            .map(v -> new PlanePoint(turnX(v.x(), v.y(), turn), turnY(v.x(), v.y(), turn)))
                            .toList(),
                    0,
                    3,
                    1);
            double[] a = only(plan(List.of(STACK, FIELD), receptors, options(1)), before);
            double[] b = only(plan(List.of(STACK, turnedField), turned, options(1)), after);
            for (int i = 0; i < a.length; i++) {
                assertThat(b[i]).isCloseTo(a[i], within(1e-6 * a[i] + 1e-12));
            }
        }
    }

    @Example
    @Label("gives the same on flat ground and on terrain of one height")
    void flatIsTerrainOfOneHeight() {
        List<Receptor> onPlain = ring(9).stream()
                .map(r -> new Receptor(r.x(), r.y(), 350, 350, 0))
                .toList();
        List<Source> sources = List.of(STACK, CLOUD, FIELD);
        List<Source> raised = List.of(
                new PointSource("S", STACK.location(), 350, 60, 400, 12, 2, Outlet.VERTICAL),
                new VolumeSource("V", CLOUD.location(), 350, 5, 8, 4),
                new AreaSource("A", FIELD.vertices(), 350, 3, 1));
        for (WeatherHour hour : DAY_AND_NIGHT) {
            double[] flat = only(plan(sources, ring(9), exact(false)), hour);
            double[] terrain = only(plan(raised, onPlain, exact(true)), hour);
            for (int i = 0; i < flat.length; i++) {
                assertThat(terrain[i]).isCloseTo(flat[i], within(1e-9 * flat[i]));
            }
        }
    }

    @Example
    @Label("interpolated sections change the result by less than a hundredth of a per cent where it matters")
    void interpolationIsExactEnough() {
        List<Receptor> receptors = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            receptors.add(Receptor.flat(12000 * random.nextGaussian(), 12000 * random.nextGaussian()));
        }
        for (WeatherHour hour : DAY_AND_NIGHT) {
            for (Source source : List.of(STACK, CLOUD, FIELD)) {
                double[] fast = only(plan(List.of(source), receptors, options(1)), hour);
                double[] computed = only(
                        plan(
                                List.of(source),
                                receptors,
                                new DispersionOptions(false, false, false, 1, new Numerics(false, false))),
                        hour);
                double greatest = Arrays.stream(computed).max().orElseThrow();
                for (int i = 0; i < fast.length; i++) {
                    assertThat(fast[i]).isCloseTo(computed[i], within(1e-3 * computed[i] + 1e-7 * greatest));
                }
            }
        }
    }

    @Example
    @Label("a receptor on a stack, or within a volume's own width, gets nothing from it")
    void receptorOnSource() {
        List<Receptor> receptors = List.of(Receptor.flat(0.5, 0), Receptor.flat(55, -80), Receptor.flat(500, 500));
        double[] stack = only(plan(List.of(STACK), receptors, options(1)));
        double[] cloud = only(plan(List.of(CLOUD), receptors, options(1)));
        assertThat(stack[0]).isZero();
        assertThat(cloud[1]).isZero();
        assertThat(stack[2]).isPositive();
        assertThat(cloud[2]).isPositive();
    }

    @Example
    @Label("calm and missing hours are named as such and have zeros")
    void calmAndMissing() {
        DispersionPlan plan = plan(List.of(STACK), ring(3), options(1));
        List<HourResult> results = new ArrayList<>();
        Dispersion.run(
                plan,
                List.of(HourInput.of(Hours.stable(0, 0, 50)), HourInput.of(Hours.stable(99, 10, 50)))
                        .iterator(),
                results::add,
                Progress.NONE);
        assertThat(results).extracting(HourResult::hourClass).containsExactly(HourClass.CALM, HourClass.MISSING);
        assertThat(results.get(0).groups()[0]).containsOnly(0);
    }

    @Example
    @Label("hourly emissions replace rate and gas; negative or missing ones emit nothing; none at all is refused")
    void hourlyEmissions() {
        ScheduledSource hourly = new ScheduledSource(STACK, 1, new EmissionSchedule.Hourly(), null, HalfLife.NONE);
        DispersionPlan plan = new DispersionPlan(
                SITE, List.of(hourly), List.of(new SourceGroup("ALL", List.of(0))), ring(5), options(1));
        WeatherHour weather = Hours.convective(3, 200);
        double[] given = only(plan, new HourInput(weather, List.of(new SourceEmission(3, 400, 12))));
        double[] same = only(plan(List.of(STACK), ring(5), options(1)), weather);
        for (int i = 0; i < 5; i++) {
            assertThat(given[i]).isCloseTo(3 * same[i], within(1e-13 * given[i]));
        }
        assertThat(only(plan, new HourInput(weather, List.of(SourceEmission.rate(-9)))))
                .containsOnly(0);
        assertThat(only(plan, new HourInput(weather, List.of(SourceEmission.rate(Double.NaN)))))
                .containsOnly(0);
        assertThatThrownBy(() -> only(plan, HourInput.of(weather))).hasMessageContaining("no hourly emission of S");
    }

    @Example
    @Label("a city stirs the night air: a high stack reaches the ground, and decay takes its part")
    void cityAtNight() {
        UrbanArea city = new UrbanArea("Jincheng", 1e6, 1);
        SourceGroup all = new SourceGroup("ALL", List.of(0));
        List<Receptor> downwind = List.of(Receptor.flat(3000, 0));
        WeatherHour night = Hours.stable(3, 270, 60);
        ScheduledSource rural = ScheduledSource.constant(STACK, 1);
        ScheduledSource urban = new ScheduledSource(STACK, 1, new EmissionSchedule.Constant(), city, HalfLife.NONE);
        ScheduledSource decaying =
                new ScheduledSource(STACK, 1, new EmissionSchedule.Constant(), city, HalfLife.URBAN_SO2);
        double inCountry = only(new DispersionPlan(SITE, List.of(rural), List.of(all), downwind, options(1)), night)[0];
        double inCity = only(new DispersionPlan(SITE, List.of(urban), List.of(all), downwind, options(1)), night)[0];
        double decayed =
                only(new DispersionPlan(SITE, List.of(decaying), List.of(all), downwind, options(1)), night)[0];
        assertThat(inCity).isGreaterThan(2 * inCountry);
        assertThat(decayed).isBetween(0.9 * inCity, 0.999 * inCity);
    }

    @Example
    @Label("ends when the listener says so")
    void cancelled() {
        List<HourResult> results = new ArrayList<>();
        long done = Dispersion.run(
                plan(List.of(STACK), ring(3), options(2)),
                Collections.nCopies(1000, HourInput.of(Hours.convective(3, 90))).iterator(),
                results::add,
                hours -> hours < 5);
        assertThat(done).isEqualTo(5);
        assertThat(results).hasSize(5);
    }

    @Example
    @Label("refuses duplicate ids, unknown sources in groups, and a run without receptors")
    void badPlans() {
        ScheduledSource s = ScheduledSource.constant(STACK, 1);
        assertThatThrownBy(() -> new DispersionPlan(SITE, List.of(s, s), List.of(), ring(1), options(1)))
                .hasMessageContaining("two sources have the id S");
        assertThatThrownBy(() -> new DispersionPlan(
                        SITE, List.of(s), List.of(new SourceGroup("G", List.of(1))), ring(1), options(1)))
                .hasMessageContaining("group G names source 1 of 1");
        assertThatThrownBy(() -> new DispersionPlan(SITE, List.of(s), List.of(), List.of(), options(1)))
                .hasMessageContaining("needs a receptor");
    }

    private static PointSource stack(String id, double x, double y) {
        return new PointSource(id, new PlanePoint(x, y), 0, 60, 400, 12, 2, Outlet.VERTICAL);
    }

    private static DispersionOptions options(int threads) {
        return new DispersionOptions(false, false, false, threads);
    }

    private static DispersionOptions exact(boolean elevated) {
        return new DispersionOptions(elevated, false, false, 1, new Numerics(false, false));
    }

    private static DispersionPlan plan(List<Source> sources, List<Receptor> receptors, DispersionOptions options) {
        List<Integer> all = IntStream.range(0, sources.size()).boxed().toList();
        return new DispersionPlan(
                SITE,
                sources.stream().map(s -> ScheduledSource.constant(s, 1)).toList(),
                List.of(new SourceGroup("ALL", all)),
                receptors,
                options);
    }

    private static double[] only(DispersionPlan plan) {
        return only(plan, DAY_AND_NIGHT.get(1));
    }

    private static double[] only(DispersionPlan plan, WeatherHour hour) {
        return only(plan, HourInput.of(hour));
    }

    private static double[] only(DispersionPlan plan, HourInput hour) {
        List<HourResult> results = new ArrayList<>();
        Dispersion.run(plan, List.of(hour).iterator(), results::add, Progress.NONE);
        return results.getFirst().groups()[0];
    }

    private static HourResult result(DispersionPlan plan, int hour) {
        List<HourResult> results = new ArrayList<>();
        Dispersion.run(plan, List.of(HourInput.of(DAY_AND_NIGHT.get(hour))).iterator(), results::add, Progress.NONE);
        return results.getFirst();
    }

    private static List<Receptor> ring(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    double r = 300 + 137.0 * i;
                    double angle = Math.toRadians(70 + 5 * Math.sin(i));
                    return Receptor.flat(r * Math.sin(angle), r * Math.cos(angle));
                })
                .toList();
    }

    private static double turnX(double x, double y, double degrees) {
        return x * Math.cos(Math.toRadians(degrees)) + y * Math.sin(Math.toRadians(degrees));
    }

    private static double turnY(double x, double y, double degrees) {
        return -x * Math.sin(Math.toRadians(degrees)) + y * Math.cos(Math.toRadians(degrees));
    }
}
