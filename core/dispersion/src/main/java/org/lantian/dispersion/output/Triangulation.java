package org.lantian.dispersion.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Delaunay triangulation by adding one point after another (Bowyer 1981, Watson 1981). Meant for the receptors of a map:
 * points on one line, or fewer than three, have no triangles.
 */
final class Triangulation {

    private final double[] xs;
    private final double[] ys;
    private List<Triangle> triangles = new ArrayList<>();

    /**
     * Three points by index, and the circle through them.
     *
     * @param r2 squared radius
     */
    record Triangle(int a, int b, int c, double cx, double cy, double r2) {}

    /** @param x distinct places, scaled to about 1 */
    Triangulation(double[] x, double[] y) {
        int n = x.length;
        xs = java.util.Arrays.copyOf(x, n + 3);
        ys = java.util.Arrays.copyOf(y, n + 3);
        // a triangle around all points, far enough away to leave the hull nearly convex
        double far = 1e4;
        corner(n, -far, -far);
        corner(n + 1, far, -far);
        corner(n + 2, 0, far);
        add(triangles, n, n + 1, n + 2);
        for (int i = 0; i < n; i++) {
            insert(i);
        }
        triangles =
                triangles.stream().filter(t -> t.a < n && t.b < n && t.c < n).toList();
    }

    private void corner(int index, double x, double y) {
        xs[index] = x;
        ys[index] = y;
    }

    List<Triangle> triangles() {
        return triangles;
    }

    private void insert(int point) {
        List<Triangle> kept = new ArrayList<>(triangles.size() + 2);
        Map<Long, int[]> edges = new HashMap<>();
        for (Triangle t : triangles) {
            double dx = xs[point] - t.cx;
            double dy = ys[point] - t.cy;
            if (dx * dx + dy * dy <= t.r2 * (1 + 1e-12)) {
                edge(edges, t.a, t.b);
                edge(edges, t.b, t.c);
                edge(edges, t.c, t.a);
            } else {
                kept.add(t);
            }
        }
        edges.values().forEach(edge -> add(kept, edge[0], edge[1], point));
        triangles = kept;
    }

    /** Keeps the edges that only one of the removed triangles has. */
    private static void edge(Map<Long, int[]> edges, int from, int to) {
        long key = (long) Math.min(from, to) << 32 | Math.max(from, to);
        if (edges.remove(key) == null) {
            edges.put(key, new int[] {from, to});
        }
    }

    private void add(List<Triangle> into, int a, int b, int c) {
        double bx = xs[b] - xs[a];
        double by = ys[b] - ys[a];
        double cx = xs[c] - xs[a];
        double cy = ys[c] - ys[a];
        double cross = 2 * (bx * cy - by * cx);
        if (Math.abs(cross) < 1e-14) {
            return;
        }
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double ux = (cy * b2 - by * c2) / cross;
        double uy = (bx * c2 - cx * b2) / cross;
        into.add(new Triangle(a, b, c, xs[a] + ux, ys[a] + uy, ux * ux + uy * uy));
    }
}
