package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.SurfaceHour;

/** A surface file (.sfc): one header, then one line an hour. */
final class SurfaceFile implements AutoCloseable {

    /** Columns up to the cloud cover; what follows is text or belongs to later versions. */
    private static final int NUMBERS = 25;

    private final LineFile file;
    private final String header;

    SurfaceFile(Path path) {
        this.file = new LineFile(path);
        String first = file.next();
        if (first == null || !first.contains("VERSION")) {
            file.close();
            throw file.fault(
                    "weather.no-header",
                    "",
                    first == null ? "" : first.strip(),
                    "以 VERSION: 标明版本的 .sfc 首行",
                    "the header line of an .sfc file, with VERSION:");
        }
        this.header = first;
    }

    /**
     * One hour.
     *
     * @param line where it stands
     */
    record Hour(HourStamp stamp, SurfaceHour surface, int line) {}

    /** The next hour, null at the end. */
    @Nullable
    Hour next() {
        String line = file.next();
        if (line == null) {
            return null;
        }
        LineFields f = LineFields.of(file, line);
        f.expectAtLeast(NUMBERS);
        LocalDate date = f.date(0);
        HourStamp stamp = f.stamp(date, 4);
        if (f.integer(3, "julian day") != date.getDayOfYear()) {
            throw file.fault(
                    "weather.julian-day",
                    "julian day",
                    f.fields().get(3),
                    date.getDayOfYear() + "（" + date + "）",
                    date.getDayOfYear() + " for " + date);
        }
        SurfaceHour surface = new SurfaceHour(
                f.number(5, "H"),
                f.number(6, "u*"),
                f.number(7, "w*"),
                f.number(8, "dtheta/dz"),
                f.number(9, "z_ic"),
                f.number(10, "z_im"),
                f.number(11, "L"),
                f.number(12, "z0"),
                f.number(13, "Bowen"),
                f.number(14, "albedo"),
                f.number(15, "wind speed"),
                f.number(16, "wind direction"),
                f.number(17, "wind height"),
                f.number(18, "temperature"),
                f.number(19, "temperature height"),
                f.integer(20, "precipitation code"),
                f.number(21, "precipitation"),
                f.number(22, "relative humidity"),
                f.number(23, "pressure"),
                f.number(24, "cloud"),
                f.textOrEmpty(25),
                f.textOrEmpty(26));
        return new Hour(stamp, surface, file.line());
    }

    /** Whether a word stands in the header. */
    boolean headerHas(String word) {
        return header.contains(word);
    }

    /** The header line as it stands. */
    String header() {
        return header;
    }

    /** Version of the processor that wrote the file; empty when the header does not say. */
    String version() {
        String after = header.substring(header.indexOf("VERSION") + "VERSION".length())
                .replace(":", "")
                .strip();
        int end = after.indexOf(' ');
        return end < 0 ? after : after.substring(0, end);
    }

    LineFile file() {
        return file;
    }

    @Override
    public void close() {
        file.close();
    }
}
