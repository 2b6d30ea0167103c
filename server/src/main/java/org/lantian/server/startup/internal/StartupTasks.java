package org.lantian.server.startup.internal;

import java.util.Locale;
import org.lantian.server.startup.StartupTask;
import org.springframework.context.ApplicationContext;

/** Runs the tasks of the start one after another and shows how far each is. */
final class StartupTasks {

    private StartupTasks() {}

    static void run(ApplicationContext context) {
        context.getBeanProvider(StartupTask.class)
                .orderedStream()
                .filter(StartupTask::needed)
                .forEach(task -> {
                    try (ProgressBar bar = new ProgressBar(task.title().in(Terminal.chosen()))) {
                        task.run(bar::show);
                    }
                });
    }

    /** A line that is redrawn on a terminal; elsewhere one line for each tenth. */
    static final class ProgressBar implements AutoCloseable {

        private static final int WIDTH = 30;

        private final String title;
        private final boolean redraw = Terminal.isInteractive();
        private final long began = System.nanoTime();
        private int shown = -1;

        ProgressBar(String title) {
            this.title = title;
            show(0, "");
        }

        synchronized void show(double done, String note) {
            double part = Math.clamp(done, 0, 1);
            int step = (int) (part * (redraw ? 1000 : 10));
            if (step == shown) {
                return;
            }
            shown = step;
            int filled = (int) Math.round(part * WIDTH);
            String line = String.format(
                    Locale.ROOT,
                    "%s [%s%s] %3d %% %s",
                    title,
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    Math.round(part * 100),
                    note);
            System.err.print(redraw ? "\r\u001b[K" + line : line + "\n");
            System.err.flush();
        }

        @Override
        public void close() {
            show(1, String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9));
            if (redraw) {
                System.err.println();
            }
        }
    }
}
