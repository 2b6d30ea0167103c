package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.dispersion.weather.WeatherSite;

/**
 * A surface and a profile file read side by side, one hour at a time. Their hours must be the same, and follow each
 * other without a gap unless the run says otherwise.
 */
public final class WeatherFiles implements Iterator<WeatherHour>, AutoCloseable {

    private final SurfaceFile surface;
    private final ProfileFile profile;
    private final Selection selection;
    private final List<String> warnings = new ArrayList<>();
    private @Nullable HourStamp previous;
    private @Nullable WeatherHour next;
    private boolean ended;

    /** How gaps and leaps in the hours are taken. */
    public enum DateCheck {
        REFUSE,
        WARN,
        IGNORE
    }

    /**
     * Which hours are wanted.
     *
     * @param first first hour, null for the file's first
     * @param last last hour, null for the file's last
     */
    record Selection(@Nullable HourStamp first, @Nullable HourStamp last, DayRanges ranges, DateCheck check) {

        boolean contains(HourStamp hour) {
            return (first == null || hour.compareTo(first) >= 0)
                    && (last == null || hour.compareTo(last) <= 0)
                    && ranges.contains(hour);
        }

        boolean beyond(HourStamp hour) {
            return last != null && hour.compareTo(last) > 0;
        }
    }

    /** Opens a pair of files for all their hours. */
    public static WeatherFiles open(Path surfaceFile, Path profileFile) {
        return new WeatherFiles(surfaceFile, profileFile, new Selection(null, null, new DayRanges(), DateCheck.REFUSE));
    }

    WeatherFiles(Path surfaceFile, Path profileFile, Selection selection) {
        this.selection = selection;
        this.surface = new SurfaceFile(surfaceFile);
        try {
            this.profile = new ProfileFile(profileFile);
        } catch (RuntimeException e) {
            surface.close();
            throw e;
        }
    }

    /** What the header says, with the elevation of the profile's base above sea level, m. */
    public WeatherSite site(double baseElevation) {
        return new WeatherSite(surface.headerHas("ADJ_U*"), surface.headerHas("BULKRN"), baseElevation);
    }

    /** Version of the processor that wrote the surface file. */
    public String version() {
        return surface.version();
    }

    /** Header line of the surface file as it stands. */
    public String header() {
        return surface.header();
    }

    /** Line of the surface file that was read last. */
    public int line() {
        return surface.file().line();
    }

    /** What was found odd so far; final at the end. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            advance();
        }
        return next != null;
    }

    @Override
    public WeatherHour next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        WeatherHour hour = next;
        next = null;
        if (hour == null) {
            throw new NoSuchElementException();
        }
        return hour;
    }

    private void advance() {
        SurfaceFile.Hour hour = surface.next();
        if (hour == null || selection.beyond(hour.stamp())) {
            end(hour);
            return;
        }
        checkSequence(hour);
        ProfileFile.Hour levels = profile.next();
        if (levels == null || !levels.stamp().equals(hour.stamp())) {
            throw profile.file()
                    .fault(
                            "weather.files-differ",
                            "date",
                            levels == null ? "" : text(levels.stamp()),
                            "与 .sfc 第 " + hour.line() + " 行相同的时刻 " + text(hour.stamp()),
                            "the hour " + text(hour.stamp()) + ", as in line " + hour.line() + " of the .sfc");
        }
        previous = hour.stamp();
        if (selection.contains(hour.stamp())) {
            next = new WeatherHour(hour.stamp(), hour.surface(), levels.levels());
        }
    }

    private void end(SurfaceFile.@Nullable Hour beyond) {
        ended = true;
        HourStamp last = selection.last();
        HourStamp reached = previous;
        if (beyond == null && last != null && (reached == null || reached.compareTo(last) < 0)) {
            throw surface.file()
                    .fault(
                            "weather.ends-early",
                            "",
                            reached == null ? "" : text(reached),
                            "直到 STARTEND 给出的 " + text(last) + "（文件不完整？）",
                            "hours up to " + text(last) + ", which STARTEND gives (file cut off?)");
        }
        if (beyond == null && profile.next() != null) {
            throw surface.file()
                    .fault(
                            "weather.ends-early",
                            "",
                            reached == null ? "" : text(reached),
                            "与 .pfl 同样多的时刻（.pfl 第 " + profile.file().line() + " 行还有，.sfc 不完整？）",
                            "as many hours as the .pfl, which goes on in line "
                                    + profile.file().line() + " (.sfc cut off?)");
        }
    }

    private void checkSequence(SurfaceFile.Hour hour) {
        HourStamp before = previous;
        if (before == null || selection.check() == DateCheck.IGNORE) {
            return;
        }
        HourStamp expected = before.hour() == 24
                ? HourStamp.of(before.date().plusDays(1), 1)
                : HourStamp.of(before.date(), before.hour() + 1);
        if (hour.stamp().equals(expected)) {
            return;
        }
        if (selection.check() == DateCheck.WARN && hour.stamp().compareTo(before) > 0) {
            warnings.add("line " + hour.line() + ": " + text(hour.stamp()) + " follows " + text(before));
            return;
        }
        throw surface.file()
                .fault(
                        "weather.hours-not-successive",
                        "date",
                        text(hour.stamp()),
                        text(expected) + "（MODELOPT WARNCHKD 允许缺口）",
                        text(expected) + " (MODELOPT WARNCHKD permits gaps)");
    }

    private static String text(HourStamp stamp) {
        return "%s hour %02d".formatted(stamp.date(), stamp.hour());
    }

    @Override
    public void close() {
        surface.close();
        profile.close();
    }
}
