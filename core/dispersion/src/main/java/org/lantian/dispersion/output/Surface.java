package org.lantian.dispersion.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values between receptors: linear in the triangles of a Delaunay triangulation. Where receptors stand on top of each
 * other (flagpoles) the highest value counts.
 */
final class Surface {

    /** Displaces points by less than a millionth of the map, so that no four lie on one circle. */
    private static final double JITTER = 4e-7;

    private final double[] xs;
    private final double[] ys;
    private final double[] values;
    private final double scale;
    private final double x0;
    private final double y0;

    Surface(List<Place> places, PlotValues given) {
        Map<Long, Integer> byPlace = new LinkedHashMap<>();
        double[] x = new double[places.size()];
        double[] y = new double[x.length];
        double[] v = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double px = places.get(i).receptor().x();
            double py = places.get(i).receptor().y();
            long key = Math.round(px * 100) * 1_000_000_007L + Math.round(py * 100);
            int next = byPlace.size();
            int at = byPlace.computeIfAbsent(key, _ -> next);
            x[at] = px;
            y[at] = py;
            v[at] = Math.max(v[at], given.value(i));
        }
        xs = Arrays.copyOf(x, byPlace.size());
        ys = Arrays.copyOf(y, xs.length);
        values = Arrays.copyOf(v, xs.length);
        x0 = Arrays.stream(xs).min().orElse(0);
        y0 = Arrays.stream(ys).min().orElse(0);
        double width = Arrays.stream(xs).max().orElse(0) - x0;
        double height = Arrays.stream(ys).max().orElse(0) - y0;
        scale = Math.max(1, Math.max(width, height));
    }

    /**
     * Values on a raster, by row from the north; NaN outside the receptors.
     *
     * @param west x of the left edge, m
     * @param north y of the upper edge, m
     * @param metresPerPixel size of a cell
     */
    double[][] raster(double west, double north, double metresPerPixel, int columns, int rows) {
        double[] px = new double[xs.length];
        double[] py = new double[xs.length];
        for (int i = 0; i < px.length; i++) {
            px[i] = (xs[i] - x0) / scale + JITTER * noise(2 * i);
            py[i] = (ys[i] - y0) / scale + JITTER * noise(2 * i + 1);
        }
        double[][] raster = new double[rows][columns];
        for (double[] row : raster) {
            Arrays.fill(row, Double.NaN);
        }
        for (Triangulation.Triangle t : new Triangulation(px, py).triangles()) {
            fill(raster, t, new Frame(west, north, metresPerPixel));
        }
        return raster;
    }

    /** Where the raster lies. */
    private record Frame(double west, double north, double metresPerPixel) {
        double column(double x) {
            return (x - west) / metresPerPixel - 0.5;
        }

        double row(double y) {
            return (north - y) / metresPerPixel - 0.5;
        }
    }

    private void fill(double[][] raster, Triangulation.Triangle t, Frame frame) {
        double ax = frame.column(xs[t.a()]);
        double ay = frame.row(ys[t.a()]);
        double bx = frame.column(xs[t.b()]);
        double by = frame.row(ys[t.b()]);
        double cx = frame.column(xs[t.c()]);
        double cy = frame.row(ys[t.c()]);
        double det = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
        if (Math.abs(det) < 1e-9) {
            return;
        }
        int firstRow = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy))));
        int lastRow = Math.min(raster.length - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy))));
        int firstColumn = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx))));
        int lastColumn = Math.min(raster[0].length - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx))));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                double wa = ((by - cy) * (column - cx) + (cx - bx) * (row - cy)) / det;
                double wb = ((cy - ay) * (column - cx) + (ax - cx) * (row - cy)) / det;
                double wc = 1 - wa - wb;
                if (wa >= -1e-9 && wb >= -1e-9 && wc >= -1e-9) {
                    raster[row][column] = wa * values[t.a()] + wb * values[t.b()] + wc * values[t.c()];
                }
            }
        }
    }

    /** A number in [−1, 1] that depends on the index alone. */
    private static double noise(int index) {
        long mixed = (index + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 31) * 0xBF58476D1CE4E5B9L;
        return (mixed >> 11) / (double) (1L << 52);
    }
}
