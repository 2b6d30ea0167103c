package org.lantian.observations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lantian.quantities.BilingualText;

/**
 * Which numbers can be measured values at all: the bounds of {@code acceptance-1.csv}, both included.
 *
 * <p>A rejected number is a placeholder, a slip or a wrong unit. A number inside the bounds is kept as it is; whether it
 * is plausible is the business of the quality checks.
 */
final class Acceptance {

    private static final String RULES = "acceptance-1.csv";

    private final float[] least = new float[Quantity.values().length];
    private final float[] greatest = new float[Quantity.values().length];

    private Acceptance() {
        Arrays.fill(least, Float.NaN);
    }

    static Acceptance load() {
        Acceptance acceptance = new Acceptance();
        try (InputStream in = Acceptance.class.getResourceAsStream(RULES)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file " + RULES);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .forEach(acceptance::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Quantity quantity : Quantity.values()) {
            if (Float.isNaN(acceptance.least[quantity.ordinal()])) {
                throw new IllegalStateException(RULES + " has no bounds of " + quantity.label());
            }
        }
        return acceptance;
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        Quantity quantity = Quantity.find(cells[0])
                .orElseThrow(() -> new IllegalStateException(RULES + " names an unknown quantity: " + cells[0]));
        least[quantity.ordinal()] = Float.parseFloat(cells[1]);
        greatest[quantity.ordinal()] = Float.parseFloat(cells[2]);
    }

    /** False for {@code NaN} too. */
    boolean accepts(Quantity quantity, float value) {
        return value >= least[quantity.ordinal()] && value <= greatest[quantity.ordinal()];
    }

    /** What should have stood there. */
    BilingualText expected(Quantity quantity) {
        String range = text(least[quantity.ordinal()]) + "–" + text(greatest[quantity.ordinal()]);
        String unit = quantity.unit().map(u -> " " + u.symbol()).orElse("");
        return new BilingualText(
                " " + range + unit + " 之间的数（" + quantity.label() + "），缺测请留空",
                "a number within " + range + unit + " (" + quantity.label() + "), or nothing when missing");
    }

    private static String text(float bound) {
        return bound == (int) bound ? Integer.toString((int) bound) : Float.toString(bound);
    }
}
