package org.lantian.cli.dispersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.CommandFailure;
import org.lantian.dispersion.output.Georeference;
import org.lantian.dispersion.output.OutputFolder;
import org.lantian.dispersion.output.ResultFiles;
import org.lantian.dispersion.output.RunSummary;
import org.lantian.dispersion.runstream.Run;
import org.lantian.dispersion.runstream.RunExecution;
import org.lantian.dispersion.runstream.RunReport;
import org.lantian.quantities.BilingualText;

/** One run from reading its weather to its files, which appear together at the end or not at all. */
public final class RunJob {

    private static final int SECONDS_TO_TIDY_UP = 20;

    private final Run run;
    private final Settings settings;

    /**
     * How to run.
     *
     * @param folder output goes below it
     * @param table name of one table with all values that are asked for; empty for none
     * @param summary name of the summary's file
     */
    public record Settings(
            Path folder,
            Set<ResultFiles.Format> formats,
            @Nullable Georeference reference,
            Locale locale,
            RunExecution.Settings execution,
            boolean terminal,
            String table,
            String summary) {}

    /** What was written. */
    public record Result(RunExecution.Outcome outcome, RunSummary summary, List<Path> files, double seconds) {}

    public RunJob(Run run, Settings settings) {
        this.run = run;
        this.settings = settings;
    }

    /** Does it. An interrupt of the process ends it tidily: what was begun is removed. */
    public Result execute() {
        RunProgress progress =
                new RunProgress(RunExecution.countHours(run), System.err, settings.terminal(), settings.locale());
        CountDownLatch tidy = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            progress.cancel();
            await(tidy);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return execute(progress);
        } catch (UncheckedIOException e) {
            throw unwritable(e.getCause() == null ? new IOException(e) : e.getCause());
        } finally {
            tidy.countDown();
            forget(hook);
        }
    }

    private static void await(CountDownLatch tidy) {
        try {
            if (!tidy.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
                System.err.println("*.part");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook is running and needs no removal
        }
    }

    private Result execute(RunProgress progress) {
        long start = System.nanoTime();
        RunReport report = new RunReport(run, settings.locale());
        try (OutputFolder folder = new OutputFolder(settings.folder(), run.inputFiles())) {
            ResultFiles files = new ResultFiles(
                    folder,
                    new ResultFiles.Content(
                            report.heading(),
                            run.output(),
                            run.groups().stream().map(Run.Group::name).toList(),
                            run.places(),
                            run.sources().stream().map(s -> s.source()).toList(),
                            settings.formats(),
                            settings.table(),
                            settings.reference(),
                            settings.locale()));
            RunExecution.Outcome outcome = RunExecution.execute(run, settings.execution(), files, progress);
            progress.finish();
            if (!outcome.complete()) {
                throw new CommandFailure(new BilingualText("已取消，未留下文件", "Cancelled; no file was left"));
            }
            if (outcome.hours() == 0) {
                throw new CommandFailure(new BilingualText(
                        "所选时段内没有任何时次", "The weather files have no hour in the time that was asked for"));
            }
            report.write(files, outcome);
            RunSummary summary = report.summary(outcome);
            files.summary(settings.summary(), summary);
            List<Path> written = folder.commit();
            return new Result(outcome, summary, written, (System.nanoTime() - start) / 1e9);
        }
    }

    private CommandFailure unwritable(IOException e) {
        return new CommandFailure(
                new BilingualText(
                        "无法读写文件，未留下不完整的文件：" + e.getMessage(),
                        "A file cannot be read or written; no incomplete file was left: " + e.getMessage()),
                e);
    }
}
