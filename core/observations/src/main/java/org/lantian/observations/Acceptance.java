package org.lantian.observations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.lantian.quantities.BilingualText;

/**
 * Which numbers can be measured values at all: the bounds of {@code acceptance-1.csv}, both included.
 *
 * <p>A rejected number is a placeholder, a slip or a wrong unit. A number inside the bounds is kept as it is; whether it
 * is plausible is the business of the quality checks.
 */
final class Acceptance {

    private static final String RULES = "acceptance-1.csv";

    private record Bounds(float least, float greatest) {}

    private final Map<Quantity, Bounds> bounds = new EnumMap<>(Quantity.class);

    private Acceptance() {}

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
            acceptance.of(quantity);
        }
        return acceptance;
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        Quantity quantity = Quantity.find(cells[0])
                .orElseThrow(() -> new IllegalStateException(RULES + " names an unknown quantity: " + cells[0]));
        bounds.put(quantity, new Bounds(Float.parseFloat(cells[1]), Float.parseFloat(cells[2])));
    }

    private Bounds of(Quantity quantity) {
        Bounds known = bounds.get(quantity);
        if (known == null) {
            throw new IllegalStateException(RULES + " has no bounds of " + quantity.label());
        }
        return known;
    }

    /** False for {@code NaN} too. */
    boolean accepts(Quantity quantity, float value) {
        Bounds allowed = of(quantity);
        return value >= allowed.least() && value <= allowed.greatest();
    }

    /** What should have stood there. */
    BilingualText expected(Quantity quantity) {
        Bounds allowed = of(quantity);
        String least = text(allowed.least());
        String greatest = text(allowed.greatest());
        String unit = quantity.unit().map(u -> " " + u.symbol()).orElse("");
        return new BilingualText(
                "介于 " + least + " 与 " + greatest + unit + " 之间的数（" + quantity.label() + "），缺测请留空",
                "a number within " + least + "–" + greatest + unit + " (" + quantity.label()
                        + "), or nothing when missing");
    }

    private static String text(float bound) {
        return bound == (int) bound ? Integer.toString((int) bound) : Float.toString(bound);
    }
}
