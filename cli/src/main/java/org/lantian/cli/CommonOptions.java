package org.lantian.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that every command has; a command takes them in as a {@code @Mixin}. */
public final class CommonOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private @Nullable String lang;
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "结果以 JSON 输出 / result as JSON")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 / language")
    private void setLang(String value) {
        if (!value.equals("zh") && !value.equals("en")) {
            throw wrong("--lang " + value + ": zh|en");
        }
        lang = value;
    }

    @Option(names = "--threads", paramLabel = "N", description = "线程数 / number of threads (default: all cores)")
    private void setThreads(int value) {
        if (value < 1 || value > 1024) {
            throw wrong("--threads " + value + ": 1–1024");
        }
        threads = value;
    }

    /** Whether the result is wanted as one JSON object. */
    public boolean json() {
        return json;
    }

    /** Most threads that may compute at once, 1–1024. */
    public int threads() {
        return threads;
    }

    /** Language of everything that is said to the person. */
    public Locale language() {
        return language(lang);
    }

    /** The text in that language. */
    public String text(BilingualText text) {
        return text.in(language());
    }

    /** The language asked for, else the one of the environment; Chinese where that says nothing. */
    static Locale language(@Nullable String option) {
        if (option != null) {
            return option.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        }
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isBlank()) {
                boolean silent = value.equals("C") || value.startsWith("C.") || value.equals("POSIX");
                return silent || value.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
            }
        }
        return Locale.CHINESE;
    }

    private RuntimeException wrong(String message) {
        return command == null
                ? new IllegalArgumentException(message)
                : new ParameterException(command.commandLine(), message);
    }
}
