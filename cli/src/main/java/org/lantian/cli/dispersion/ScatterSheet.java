package org.lantian.cli.dispersion;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A sheet of scatter plots, ours against the reference's, both on logarithmic axes over six decades. */
final class ScatterSheet {

    private static final int PANEL = ScatterGrid.CELLS;
    private static final int GAP = 30;
    private static final int HEAD = 34;
    private static final int COLUMNS = 6;

    private final List<String> titles = new ArrayList<>();
    private final List<ScatterGrid> grids = new ArrayList<>();

    void add(String title, ScatterGrid grid) {
        titles.add(title);
        grids.add(grid);
    }

    void write(OutputStream out) throws IOException {
        int rows = (grids.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage image = new BufferedImage(
                GAP + COLUMNS * (PANEL + GAP), HEAD + rows * (PANEL + GAP + 16), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.setColor(Color.DARK_GRAY);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            g.drawString(
                    "Across: reference, up: Lantian; 1e-6 to 1 of the highest value of the case; darker: more receptor-hours",
                    GAP,
                    20);
            for (int i = 0; i < grids.size(); i++) {
                int x = GAP + i % COLUMNS * (PANEL + GAP);
                int y = HEAD + 16 + i / COLUMNS * (PANEL + GAP + 16);
                panel(image, g, i, x, y);
            }
        } finally {
            g.dispose();
        }
        ImageIO.write(image, "png", out);
    }

    private void panel(BufferedImage image, Graphics2D g, int index, int x, int y) {
        ScatterGrid grid = grids.get(index);
        g.setColor(new Color(0xDDDDDD));
        for (int decade = 1; decade < ScatterGrid.DECADES; decade++) {
            int at = decade * PANEL / ScatterGrid.DECADES;
            g.drawLine(x + at, y, x + at, y + PANEL);
            g.drawLine(x, y + at, x + PANEL, y + at);
        }
        g.drawLine(x, y + PANEL, x + PANEL, y);
        for (int column = 0; column < PANEL; column++) {
            for (int row = 0; row < PANEL; row++) {
                int count = grid.count(column, row);
                if (count > 0) {
                    int dark = (int) Math.min(200, 60 + 40 * Math.log10(count) * 2);
                    image.setRGB(
                            x + column,
                            y + PANEL - 1 - row,
                            new Color(200 - dark, 210 - dark, 255 - dark / 2).getRGB());
                }
            }
        }
        g.setColor(Color.DARK_GRAY);
        g.drawRect(x, y, PANEL, PANEL);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        g.drawString(titles.get(index), x, y - 4);
    }
}
