package org.lantian.dispersion.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The summary of a run as text, in the language of the person. */
public final class RunSummary {

    private final List<String> lines = new ArrayList<>();

    /** Adds a line; the arguments are set in as {@link String#format} does. */
    public void line(String format, Object... arguments) {
        lines.add(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    }

    /** Adds a heading with an empty line before it. */
    public void heading(String text) {
        lines.add("");
        lines.add(text);
        lines.add("-".repeat(text.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum()));
    }

    /** All lines. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
