package org.lantian.cli.dispersion;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.lantian.dispersion.Progress;
import org.lantian.quantities.BilingualText;

/** Tells on a stream how far a run is and how long it still takes, and ends it when asked to. */
public final class RunProgress implements Progress {

    private static final long EVERY_NANOS_TERMINAL = 500_000_000L;
    private static final long EVERY_NANOS_LOG = 10_000_000_000L;

    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private final Locale locale;
    private final LongSupplier nanoClock;
    private final long start;
    private long told;
    private volatile boolean cancelled;

    /**
     * @param total hours that the run has
     * @param terminal whether a line may be written over
     */
    public RunProgress(long total, PrintStream out, boolean terminal, Locale locale) {
        this(total, out, terminal, locale, System::nanoTime);
    }

    RunProgress(long total, PrintStream out, boolean terminal, Locale locale, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.told = start;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
        this.locale = locale;
    }

    /** Asks the run to end after the hour that it is at. Any thread may call it. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public boolean hours(long done) {
        long now = nanoClock.getAsLong();
        if (now - told >= (terminal ? EVERY_NANOS_TERMINAL : EVERY_NANOS_LOG)) {
            told = now;
            tell(done, (now - start) / 1e9);
        }
        return !cancelled;
    }

    private void tell(long done, double seconds) {
        double left = done == 0 ? Double.NaN : seconds / done * Math.max(0, total - done);
        String text =
                new BilingualText("%,d / %,d 小时，%.0f %%，约剩 %s", "%,d of %,d hours, %.0f %%, about %s left").in(locale);
        String line = String.format(Locale.ROOT, text, done, total, 100.0 * done / Math.max(1, total), clock(left));
        if (terminal) {
            out.print("\r" + line + "   ");
            out.flush();
        } else {
            out.println(line);
        }
    }

    /** Ends the line that was written over. */
    public void finish() {
        if (terminal && told > start) {
            out.println();
        }
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60
                ? whole + " s"
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
