package org.lantian.dispersion.kernel;

import java.util.Arrays;
import java.util.List;
import org.lantian.dispersion.numeric.NormalIntegral;
import org.lantian.dispersion.source.PlanePoint;

/**
 * Concentration from an area per unit emission of each square metre: the integral over the upwind extent of the vertical
 * term times the part of the lateral distribution that the area covers (EPA-454/B-95-003b, area sources).
 *
 * <p>The area is cut across the wind at its vertices; each slab is integrated in the logarithm of distance by nested rules
 * of 3 and 7 points (Kronrod) and halved until the two differ by less than {@value #TOLERANCE} of the whole. What lies
 * further than 6.5 σ_y to the side is left out (below 1e-10 of the area's full width).
 */
final class AreaIntegral {

    static final double TOLERANCE = 2e-4;
    private static final double NEAREST = 1.01;
    private static final double SHORTEST_SIDE = 0.01;
    private static final double FURTHEST_SIDE = 6.5;
    private static final int DEEPEST = 12;

    /** Half the logarithm of a slab's ends above which it is halved unseen: seven points are too few for it. */
    private static final double LONG_HALF = 0.75;

    /** Half the logarithm of a small slab's far over its near distance. */
    private static final double SMALL_HALF = 0.06;

    /** How far an edge may shift across the wind within a small slab, in σ_y. */
    private static final double SMALL_SHIFT = 0.8;

    /** The same within any slab that is not halved without asking for its error. */
    private static final double GREATEST_SHIFT = 4;

    private static final double[] NODES = {0.960491268708020283, 0.774596669241483377, 0.434243749346802558};
    private static final double[] KRONROD = {0.104656226026467265, 0.268488089868333441, 0.401397414775962223};
    private static final double KRONROD_MIDDLE = 0.450916538658474142;
    private static final double GAUSS = 5.0 / 9;
    private static final double GAUSS_MIDDLE = 8.0 / 9;

    private final double[] upwind;
    private final double[] across;
    private final double furthestUpwind;
    private final double orientation;
    private final double decay;
    private final boolean fourDigits;
    private final double[] cuts;
    private final double[] intercept;
    private final double[] slope;
    private final double[] sign;
    private int edges;
    private double receptorUpwind;
    private double receptorAcross;
    private double whole;

    /**
     * @param sin of the direction from which the wind blows
     * @param cos of the same
     * @param decay per second on the way
     * @param fourDigits use the reference's rounded normal distribution
     */
    AreaIntegral(List<PlanePoint> vertices, double sin, double cos, double decay, boolean fourDigits) {
        int n = vertices.size();
        upwind = new double[n];
        across = new double[n];
        cuts = new double[n];
        intercept = new double[n];
        slope = new double[n];
        sign = new double[n];
        for (int i = 0; i < n; i++) {
            PlanePoint v = vertices.get(i);
            upwind[i] = v.x() * sin + v.y() * cos;
            across[i] = v.x() * cos - v.y() * sin;
        }
        furthestUpwind = Arrays.stream(upwind).max().orElseThrow();
        double twice = 0;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            twice += (upwind[i] - upwind[0]) * (across[j] - across[0])
                    - (upwind[j] - upwind[0]) * (across[i] - across[0]);
        }
        orientation = Math.signum(twice);
        this.decay = decay;
        this.fourDigits = fourDigits;
    }

    /** The integral for a receptor at these wind coordinates, s/m. */
    double at(double receptorUpwindCoordinate, double receptorAcrossCoordinate, Sections sections) {
        if (furthestUpwind - receptorUpwindCoordinate <= NEAREST) {
            return 0;
        }
        receptorUpwind = receptorUpwindCoordinate;
        receptorAcross = receptorAcrossCoordinate;
        int n = upwind.length;
        double furthest = furthestUpwind - receptorUpwindCoordinate;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            cuts[i] = upwind[i] - receptorUpwind;
            left = Math.min(left, across[i] - receptorAcross);
            right = Math.max(right, across[i] - receptorAcross);
        }
        if (tooFarAside(left, right, furthest, sections)) {
            return 0;
        }
        Arrays.sort(cuts);
        whole = 0;
        double from = Math.max(NEAREST, cuts[0]);
        double estimate = 0;
        for (int i = 1; i < n; i++) {
            if (cuts[i] - from > SHORTEST_SIDE) {
                findEdges(from, cuts[i]);
                estimate += adaptive(from, cuts[i], sections, 0);
                from = cuts[i];
            }
        }
        return estimate;
    }

    private boolean tooFarAside(double left, double right, double furthest, Sections sections) {
        double gap = Math.max(left, -right);
        if (gap <= 0) {
            return false;
        }
        sections.moveTo(furthest);
        return gap > FURTHEST_SIDE * sections.sigmaY();
    }

    /** Sides of the area that cross the whole slab, as lines with the sign in which the boundary runs. */
    private void findEdges(double from, double to) {
        edges = 0;
        double middle = 0.5 * (from + to);
        int n = upwind.length;
        for (int i = 0; i < n; i++) {
            int j = i + 1 < n ? i + 1 : 0;
            double x0 = upwind[i] - receptorUpwind;
            double x1 = upwind[j] - receptorUpwind;
            if (x0 < middle == x1 < middle) {
                continue;
            }
            double perMetre = (across[j] - across[i]) / (x1 - x0);
            slope[edges] = perMetre;
            intercept[edges] = across[i] - receptorAcross - perMetre * x0;
            sign[edges] = x1 > x0 ? -orientation : orientation;
            edges++;
        }
    }

    /** For a slab that is short against its distance and against the plume's width. */
    private double threePoints(double middle, double half, Sections sections) {
        double ratio = Math.exp(half * NODES[1]);
        double pair = integrand(middle / ratio, sections) + integrand(middle * ratio, sections);
        double result = half * (GAUSS_MIDDLE * integrand(middle, sections) + GAUSS * pair);
        whole += result;
        return result;
    }

    /** How many σ_y the sides shift across the wind within a slab; 0 when the plume passes by all of them. */
    private double shift(double from, double to, Sections sections) {
        sections.moveTo(to);
        double furthestAside = FURTHEST_SIDE * sections.sigmaY();
        double greatest = 0;
        boolean left = true;
        boolean right = true;
        for (int e = 0; e < edges; e++) {
            double near = intercept[e] + slope[e] * from;
            double far = intercept[e] + slope[e] * to;
            left &= near < -furthestAside && far < -furthestAside;
            right &= near > furthestAside && far > furthestAside;
            greatest = Math.max(greatest, Math.abs(far - near));
        }
        return left || right ? 0 : Math.max(Double.MIN_NORMAL, greatest * FURTHEST_SIDE / furthestAside);
    }

    private double adaptive(double from, double to, Sections sections, int depth) {
        double shift = shift(from, to, sections);
        if (shift == 0) {
            return 0;
        }
        double half = 0.5 * Math.log(to / from);
        double middle = Math.sqrt(from * to);
        if ((shift > GREATEST_SHIFT || half > LONG_HALF) && depth < DEEPEST) {
            // Sides that cross the plume in a small part of a long slab could be missed by all points.
            return adaptive(from, middle, sections, depth + 1) + adaptive(middle, to, sections, depth + 1);
        }
        if (half <= SMALL_HALF && shift <= SMALL_SHIFT) {
            return threePoints(middle, half, sections);
        }
        double centre = integrand(middle, sections);
        double kronrod = KRONROD_MIDDLE * centre;
        double gauss = GAUSS_MIDDLE * centre;
        for (int k = 0; k < NODES.length; k++) {
            double ratio = Math.exp(half * NODES[k]);
            double pair = integrand(middle / ratio, sections) + integrand(middle * ratio, sections);
            kronrod += KRONROD[k] * pair;
            if (k == 1) {
                gauss += GAUSS * pair;
            }
        }
        kronrod *= half;
        gauss *= half;
        double error = Math.abs(kronrod - gauss);
        // The 7-point rule is far better than its distance to the 3-point rule says.
        double expected = error * Math.sqrt(error / (Math.abs(kronrod) + Double.MIN_NORMAL));
        if (depth >= DEEPEST || expected <= TOLERANCE * Math.max(Math.abs(kronrod), whole)) {
            whole += kronrod;
            return kronrod;
        }
        return adaptive(from, middle, sections, depth + 1) + adaptive(middle, to, sections, depth + 1);
    }

    /** dC/d ln x. */
    private double integrand(double x, Sections sections) {
        sections.moveTo(x);
        double perSigma = 1 / sections.sigmaY();
        double covered = 0;
        for (int e = 0; e < edges; e++) {
            double place = (intercept[e] + slope[e] * x) * perSigma;
            covered += sign[e] * (fourDigits ? NormalIntegral.fourDigits(place) : NormalIntegral.phi(place));
        }
        if (covered == 0) {
            return 0;
        }
        double survived = decay == 0 ? 1 : Math.exp(-decay * x / sections.windSpeed());
        return sections.strength() * covered * survived;
    }
}
