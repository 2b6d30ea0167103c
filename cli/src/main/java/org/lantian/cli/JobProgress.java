package org.lantian.cli;

import java.io.Console;
import java.util.Locale;
import org.lantian.quantities.BilingualText;
import tools.jackson.databind.JsonNode;

/** A job's progress on standard error: a line that is redrawn on a terminal, elsewhere a line for each tenth. */
final class JobProgress {

    private static final int WIDTH = 30;

    private final boolean redraw = isTerminal();
    private final Locale language;
    private int shown = -1;

    JobProgress(Locale language) {
        this.language = language;
    }

    void show(JsonNode job) {
        String line = line(job, language);
        int step = (int) (job.path("progress").asDouble() * 10);
        boolean ended = isEnd(job);
        if (redraw) {
            System.err.print("\r\u001b[K" + (ended ? "" : line));
        } else if (step != shown || ended) {
            System.err.println(line);
        }
        shown = step;
        System.err.flush();
    }

    /** Such as {@code import of monitoring data a.csv [######....] 42.1 % about 0:34 left  10.1 / 24.0 MB}. */
    static String line(JsonNode job, Locale language) {
        double progress = job.path("progress").asDouble();
        int filled = (int) Math.round(progress * WIDTH);
        String name =
                (job.path("title").asString("") + " " + job.path("subject").asString("")).strip();
        String state = job.path("state").asString("");
        if (state.equals("queued")) {
            long position = job.path("position").asLong(0);
            return name + " "
                    + new BilingualText("排队中，第 " + position + " 位", "waiting, number " + position + " in the queue")
                            .in(language);
        }
        String bar = String.format(
                Locale.ROOT, "[%s%s] %5.1f %%", "#".repeat(filled), ".".repeat(WIDTH - filled), 100 * progress);
        String left = job.path("secondsLeft").isNumber()
                ? " " + left(job.path("secondsLeft").asLong()).in(language)
                : "";
        String message = job.path("message").asString("");
        return name + " " + bar + left + (message.isEmpty() ? "" : "  " + message);
    }

    /** It is an estimate, and said to be one. */
    private static BilingualText left(long seconds) {
        String time = seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
        return new BilingualText("预计还需 " + time, "about " + time + " left");
    }

    static boolean isEnd(JsonNode job) {
        String state = job.path("state").asString("");
        return !state.equals("queued") && !state.equals("running");
    }

    @SuppressWarnings("SystemConsoleNull") // NullAway knows the console of older JDKs, which could be null
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
