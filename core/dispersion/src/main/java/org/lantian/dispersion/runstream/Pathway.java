package org.lantian.dispersion.runstream;

import java.util.Locale;
import java.util.Optional;

/** The parts of a runstream, in the order in which they must stand. */
enum Pathway {
    CO("control"),
    SO("sources"),
    RE("receptors"),
    ME("weather"),
    OU("output");

    private final String content;

    Pathway(String content) {
        this.content = content;
    }

    /** What the part is about. */
    String content() {
        return content;
    }

    static Optional<Pathway> named(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (Pathway pathway : values()) {
            if (pathway.name().equals(upper)) {
                return Optional.of(pathway);
            }
        }
        return Optional.empty();
    }
}
