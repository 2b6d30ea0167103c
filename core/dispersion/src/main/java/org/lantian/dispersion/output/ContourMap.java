package org.lantian.dispersion.output;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.PlanePoint;
import org.lantian.dispersion.source.Source;
import org.lantian.quantities.BilingualText;

/** A map of one plot file: filled contours between receptors, sources, scale bar, north arrow, legend. */
final class ContourMap {

    /** More receptors than this are not triangulated for a picture. */
    static final int MOST_RECEPTORS = 20_000;

    private static final int MAP = 820;
    private static final int LEFT = 80;
    private static final int TOP = 70;
    private static final int LEGEND = 210;
    private static final int BOTTOM = 60;
    private static final Color INK = new Color(0x222222);

    private final List<Place> places;
    private final List<Source> sources;
    private final Locale locale;
    private final double west;
    private final double north;
    private final double metresPerPixel;
    private final int width;
    private final int height;

    ContourMap(List<Place> places, List<Source> sources, Locale locale) {
        this.places = places;
        this.sources = sources;
        this.locale = locale;
        double minX = places.stream().mapToDouble(p -> p.receptor().x()).min().orElse(0);
        double maxX = places.stream().mapToDouble(p -> p.receptor().x()).max().orElse(0);
        double minY = places.stream().mapToDouble(p -> p.receptor().y()).min().orElse(0);
        double maxY = places.stream().mapToDouble(p -> p.receptor().y()).max().orElse(0);
        double extent = Math.max(1, Math.max(maxX - minX, maxY - minY)) * 1.06;
        this.metresPerPixel = extent / MAP;
        double spanX = Math.max(maxX - minX, 0.4 * extent) + 0.06 * extent;
        double spanY = Math.max(maxY - minY, 0.4 * extent) + 0.06 * extent;
        this.width = (int) Math.min(MAP, Math.round(spanX / metresPerPixel));
        this.height = (int) Math.min(MAP, Math.round(spanY / metresPerPixel));
        this.west = (minX + maxX) / 2 - width * metresPerPixel / 2;
        this.north = (minY + maxY) / 2 + height * metresPerPixel / 2;
    }

    void write(String title, PlotValues values, OutputStream out) throws IOException {
        int best = 0;
        for (int i = 1; i < places.size(); i++) {
            best = values.value(i) > values.value(best) ? i : best;
        }
        MapClasses classes = MapClasses.upTo(values.value(best));
        BufferedImage image =
                new BufferedImage(LEFT + width + LEGEND, TOP + height + BOTTOM, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            fill(image, new Surface(places, values).raster(west, north, metresPerPixel, width, height), classes);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            marks(g, best);
            axes(g);
            texts(g, title, values.value(best), classes);
        } finally {
            g.dispose();
        }
        ImageIO.write(image, "png", out);
    }

    /** Colours of the classes, with a darker line where they meet. */
    private void fill(BufferedImage image, double[][] raster, MapClasses classes) {
        int[][] found = new int[height][width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                found[row][column] = classes.of(raster[row][column]);
            }
        }
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int here = found[row][column];
                if (here < 0) {
                    continue;
                }
                boolean line = (column + 1 < width && found[row][column + 1] >= 0 && found[row][column + 1] != here)
                        || (row + 1 < height && found[row + 1][column] >= 0 && found[row + 1][column] != here);
                Color colour = classes.colour(here);
                image.setRGB(LEFT + column, TOP + row, (line ? colour.darker().darker() : colour).getRGB());
            }
        }
    }

    private double screenX(double x) {
        return LEFT + (x - west) / metresPerPixel;
    }

    private double screenY(double y) {
        return TOP + (north - y) / metresPerPixel;
    }

    private void marks(Graphics2D g, int best) {
        g.setClip(LEFT, TOP, width, height);
        if (places.size() <= 1000) {
            g.setColor(new Color(0x777777));
            for (Place place : places) {
                g.fillRect(
                        (int) screenX(place.receptor().x()),
                        (int) screenY(place.receptor().y()),
                        2,
                        2);
            }
        }
        g.setColor(new Color(0x1F4E9C));
        g.setStroke(new BasicStroke(1.6f));
        for (Source source : sources) {
            source(g, source);
        }
        g.setColor(Color.BLACK);
        double x = screenX(places.get(best).receptor().x());
        double y = screenY(places.get(best).receptor().y());
        g.draw(line(x - 7, y, x + 7, y));
        g.draw(line(x, y - 7, x, y + 7));
        g.setClip(null);
    }

    private void source(Graphics2D g, Source source) {
        Path2D shape = new Path2D.Double();
        if (source instanceof AreaSource area) {
            for (PlanePoint vertex : area.vertices()) {
                add(shape, screenX(vertex.x()), screenY(vertex.y()));
            }
        } else {
            double x = screenX(source.location().x());
            double y = screenY(source.location().y());
            add(shape, x, y - 6);
            add(shape, x + 5, y + 4);
            add(shape, x - 5, y + 4);
        }
        shape.closePath();
        g.draw(shape);
    }

    private static void add(Path2D shape, double x, double y) {
        if (shape.getCurrentPoint() == null) {
            shape.moveTo(x, y);
        } else {
            shape.lineTo(x, y);
        }
    }

    private static Path2D line(double x1, double y1, double x2, double y2) {
        Path2D line = new Path2D.Double();
        line.moveTo(x1, y1);
        line.lineTo(x2, y2);
        return line;
    }

    private void axes(Graphics2D g) {
        g.setColor(INK);
        g.setStroke(new BasicStroke(1));
        g.drawRect(LEFT, TOP, width, height);
        g.setFont(font(12, Font.PLAIN));
        double step = niceStep(width * metresPerPixel / 5);
        for (double x = Math.ceil(west / step) * step; screenX(x) <= LEFT + width; x += step) {
            int at = (int) Math.round(screenX(x));
            g.drawLine(at, TOP + height, at, TOP + height + 5);
            String text = coordinate(x, step);
            g.drawString(text, at - g.getFontMetrics().stringWidth(text) / 2, TOP + height + 20);
        }
        for (double y = Math.ceil((north - height * metresPerPixel) / step) * step; screenY(y) >= TOP; y += step) {
            int at = (int) Math.round(screenY(y));
            g.drawLine(LEFT - 5, at, LEFT, at);
            String text = coordinate(y, step);
            g.drawString(text, LEFT - 9 - g.getFontMetrics().stringWidth(text), at + 4);
        }
        String unit = text("东、北坐标，单位 " + (step >= 1000 ? "km" : "m"), "east, north, " + (step >= 1000 ? "km" : "m"));
        g.drawString(unit, LEFT, TOP + height + 42);
    }

    private static String coordinate(double value, double step) {
        double shown = step >= 1000 ? value / 1000 : value;
        return shown == 0
                ? "0"
                : java.math.BigDecimal.valueOf(Math.rint(shown * 1000) / 1000)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static double niceStep(double about) {
        double power = Math.pow(10, Math.floor(Math.log10(about)));
        double lead = about / power;
        return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
    }

    private void texts(Graphics2D g, String title, double highest, MapClasses classes) {
        g.setColor(INK);
        g.setFont(font(17, Font.BOLD));
        g.drawString(title, LEFT, 30);
        g.setFont(font(13, Font.PLAIN));
        String unit = text("浓度，µg/m³；最高 ", "concentration, µg/m³; highest ");
        g.drawString(unit + MapClasses.number(highest) + text("（十字处）", " (at the cross)"), LEFT, 53);
        int x = LEFT + width + 30;
        int y = northArrow(g, x);
        y = scaleBar(g, x, y + 30);
        legend(g, x, y + 40, classes);
    }

    private int northArrow(Graphics2D g, int x) {
        int top = TOP + 10;
        Path2D arrow = new Path2D.Double();
        add(arrow, x + 20, top + 18);
        add(arrow, x + 31, top + 56);
        add(arrow, x + 20, top + 47);
        add(arrow, x + 9, top + 56);
        arrow.closePath();
        g.fill(arrow);
        g.setFont(font(15, Font.BOLD));
        String letter = text("北", "N");
        g.drawString(letter, x + 20 - g.getFontMetrics().stringWidth(letter) / 2, top + 13);
        return top + 56;
    }

    private int scaleBar(Graphics2D g, int x, int y) {
        double metres = niceStep(130 * metresPerPixel);
        int length = (int) Math.round(metres / metresPerPixel);
        g.fillRect(x, y, length / 2, 6);
        g.drawRect(x, y, length, 6);
        g.setFont(font(12, Font.PLAIN));
        String label = metres >= 1000 ? MapClasses.number(metres / 1000) + " km" : MapClasses.number(metres) + " m";
        g.drawString("0", x - 3, y + 22);
        g.drawString(label, x + length - 12, y + 22);
        return y + 22;
    }

    private void legend(Graphics2D g, int x, int y, MapClasses classes) {
        g.setFont(font(13, Font.BOLD));
        g.drawString("µg/m³", x, y);
        g.setFont(font(13, Font.PLAIN));
        int line = y + 10;
        for (int index = classes.bounds().size(); index >= 0; index--) {
            g.setColor(classes.colour(index));
            g.fillRect(x, line, 28, 18);
            g.setColor(INK);
            g.drawRect(x, line, 28, 18);
            g.drawString(classes.label(index), x + 38, line + 14);
            line += 22;
        }
        line += 14;
        Path2D triangle = new Path2D.Double();
        add(triangle, x + 14, line);
        add(triangle, x + 19, line + 10);
        add(triangle, x + 9, line + 10);
        triangle.closePath();
        g.setColor(new Color(0x1F4E9C));
        g.setStroke(new BasicStroke(1.6f));
        g.draw(triangle);
        g.setColor(INK);
        g.drawString(text("污染源", "source"), x + 38, line + 10);
        g.setColor(new Color(0x777777));
        g.fillRect(x + 13, line + 27, 2, 2);
        g.setColor(INK);
        g.drawString(text("受体", "receptor"), x + 38, line + 32);
    }

    private String text(String zh, String en) {
        boolean chinese = font(13, Font.PLAIN).canDisplayUpTo(zh) < 0;
        return chinese ? new BilingualText(zh, en).in(locale) : en;
    }

    private static Font font(int size, int style) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
