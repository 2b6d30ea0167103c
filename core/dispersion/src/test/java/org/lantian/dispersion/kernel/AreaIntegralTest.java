package org.lantian.dispersion.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.lantian.dispersion.source.PlanePoint;

@Label("Area integral")
class AreaIntegralTest {

    /** A plume with simple laws, so that the integral can be done by brute force. */
    private record PowerLaw(double[] at) implements Sections {

        PowerLaw() {
            this(new double[1]);
        }

        @Override
        public void moveTo(double x) {
            at[0] = x;
        }

        @Override
        public double strength() {
            double x = at[0];
            double sigmaZ = 2 + 0.08 * Math.pow(x, 0.85);
            return x * Math.exp(-0.5 * 9 / (sigmaZ * sigmaZ)) / (3 * sigmaZ);
        }

        @Override
        public double sigmaY() {
            return 0.12 * Math.pow(at[0], 0.92);
        }

        @Override
        public double windSpeed() {
            return 3;
        }
    }

    @Property(tries = 150)
    void equalsPointsSpreadOverTheArea(
            @ForAll @DoubleRange(min = -400, max = 100) double upwind,
            @ForAll @DoubleRange(min = -90, max = 90) double across,
            @ForAll @DoubleRange(min = 0, max = 90) double turn) {
        List<PlanePoint> square = square(100, turn);
        AreaIntegral integral = new AreaIntegral(square, 0, 1, 0, false);
        double ours = integral.at(upwind, across, new PowerLaw());
        double brute = brute(turn, upwind, across);
        assertThat(ours).isCloseTo(brute, within(5e-3 * brute + 2e-5));
    }

    @Property(tries = 100)
    void halvesMakeTheWhole(
            @ForAll @DoubleRange(min = -2000, max = 80) double upwind,
            @ForAll @DoubleRange(min = -150, max = 150) double across) {
        List<PlanePoint> whole = List.of(p(-60, -40), p(60, -40), p(60, 40), p(-60, 40));
        List<PlanePoint> left = List.of(p(-60, -40), p(0, -40), p(0, 40), p(-60, 40));
        List<PlanePoint> right = List.of(p(0, 40), p(60, 40), p(60, -40), p(0, -40));
        double all = at(whole, upwind, across);
        assertThat(at(left, upwind, across) + at(right, upwind, across)).isCloseTo(all, within(1e-3 * all + 1e-12));
    }

    @Property(tries = 60)
    void aRoadThatCrossesThePlumeIsNotMissed(
            @ForAll @DoubleRange(min = 20, max = 600) double distance,
            @ForAll @DoubleRange(min = 20, max = 80) double angle,
            @ForAll @DoubleRange(min = -900, max = 900) double along) {
        double ex = Math.sin(Math.toRadians(angle));
        double ey = Math.cos(Math.toRadians(angle));
        List<PlanePoint> road = List.of(
                p(-1000 * ex - 2 * ey, -1000 * ey + 2 * ex),
                p(-1000 * ex + 2 * ey, -1000 * ey - 2 * ex),
                p(1000 * ex + 2 * ey, 1000 * ey - 2 * ex),
                p(1000 * ex - 2 * ey, 1000 * ey + 2 * ex));
        double upwind = along * ey - distance;
        double across = along * ex;
        PowerLaw plume = new PowerLaw();
        double brute = 0;
        double step = 0.05;
        for (double t = -1000 + step / 2; t < 1000; t += step) {
            double x = t * ey - upwind;
            if (x > 1.01) {
                plume.moveTo(x);
                double y = (t * ex - across) / plume.sigmaY();
                brute += plume.strength() / x * Math.exp(-0.5 * y * y) / (Math.sqrt(2 * Math.PI) * plume.sigmaY());
            }
        }
        brute *= 4 * step;
        assertThat(at(road, upwind, across)).isCloseTo(brute, within(0.02 * brute + 1e-9));
    }

    @Example
    @Label("an area that is not convex counts each part once")
    void notConvex() {
        List<PlanePoint> corner = List.of(p(0, 0), p(0, 90), p(90, 90), p(90, 60), p(30, 60), p(30, 0));
        List<PlanePoint> stem = List.of(p(0, 0), p(0, 90), p(30, 90), p(30, 0));
        List<PlanePoint> arm = List.of(p(30, 60), p(30, 90), p(90, 90), p(90, 60));
        double all = at(corner, -200, 30);
        assertThat(at(stem, -200, 30) + at(arm, -200, 30)).isCloseTo(all, within(1e-3 * all));
    }

    @Example
    @Label("nothing comes from an area that lies downwind or far aside")
    void nothing() {
        assertThat(at(square(100, 0), 200, 0)).isZero();
        assertThat(at(square(100, 0), -100, 5000)).isZero();
    }

    private static double at(List<PlanePoint> area, double upwind, double across) {
        return new AreaIntegral(area, 0, 1, 0, false).at(upwind, across, new PowerLaw());
    }

    /** Wind from the north: upwind is y, across is x. */
    private static List<PlanePoint> square(double side, double turn) {
        double h = side / 2;
        return List.of(turned(-h, -h, turn), turned(h, -h, turn), turned(h, h, turn), turned(-h, h, turn));
    }

    private static PlanePoint turned(double x, double y, double turn) {
        double c = Math.cos(Math.toRadians(turn));
        double s = Math.sin(Math.toRadians(turn));
        return p(x * c - y * s, x * s + y * c);
    }

    private static double brute(double turn, double upwind, double across) {
        PowerLaw plume = new PowerLaw();
        int n = 600;
        double cell = 100.0 / n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                PlanePoint q = turned(-50 + (i + 0.5) * cell, -50 + (j + 0.5) * cell, turn);
                double x = q.y() - upwind;
                if (x >= 1.01) {
                    plume.moveTo(x);
                    double y = (q.x() - across) / plume.sigmaY();
                    sum += plume.strength() / x * Math.exp(-0.5 * y * y) / (Math.sqrt(2 * Math.PI) * plume.sigmaY());
                }
            }
        }
        return sum * cell * cell;
    }

    private static PlanePoint p(double x, double y) {
        return new PlanePoint(x, y);
    }
}
