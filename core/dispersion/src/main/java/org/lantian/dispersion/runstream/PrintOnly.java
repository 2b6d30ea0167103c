package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;

/** Keywords that change no result: taken, not acted upon, and named in the summary. */
final class PrintOnly {

    private final List<String> named = new ArrayList<>();

    void add(Statement statement) {
        String name = statement.pathway() + " " + statement.keyword();
        if (!named.contains(name)) {
            named.add(name);
        }
    }

    List<String> named() {
        return List.copyOf(named);
    }
}
