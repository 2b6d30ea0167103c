package org.lantian.server.startup.internal;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** What the person who starts the server reads: results on standard output, progress and errors on standard error. */
final class Terminal {

    private Terminal() {}

    /** The language asked for by {@code --lang}, else the one of the environment; Chinese where that says nothing. */
    static Locale language(@Nullable String option) {
        if (option != null) {
            return Locale.of(option);
        }
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isBlank()) {
                boolean silent = value.startsWith("C") || value.startsWith("POSIX");
                return silent || value.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
            }
        }
        return Locale.CHINESE;
    }

    static void error(BilingualText text) {
        System.err.println(text.in(chosen()));
    }

    static void progress(BilingualText text) {
        System.err.println(text.in(chosen()));
    }

    static void result(BilingualText text) {
        PrintStream out = System.out;
        out.println(text.in(chosen()));
        out.flush();
    }

    /** Whether a person sits in front of standard output. */
    static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Remembers {@code --lang} for messages of the whole process. */
    static void choose(Locale language) {
        System.setProperty("lantian.language", language.getLanguage());
    }

    static Locale chosen() {
        return language(System.getProperty("lantian.language"));
    }
}
