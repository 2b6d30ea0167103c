package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.ProfileLevel;

/** A profile file (.pfl): one line a level, the top one marked. */
final class ProfileFile implements AutoCloseable {

    private static final int COLUMNS = 11;

    private final LineFile file;

    ProfileFile(Path path) {
        this.file = new LineFile(path);
    }

    /** The levels of an hour, from the lowest up. */
    record Hour(HourStamp stamp, List<ProfileLevel> levels) {}

    /** The next hour, null at the end. */
    @Nullable
    Hour next() {
        String line = file.next();
        if (line == null) {
            return null;
        }
        List<ProfileLevel> levels = new ArrayList<>();
        HourStamp stamp = null;
        while (line != null) {
            LineFields f = LineFields.of(file, line);
            f.expectAtLeast(COLUMNS);
            HourStamp found = f.stamp(f.date(0), 3);
            if (stamp != null && !stamp.equals(found)) {
                break;
            }
            stamp = found;
            int top = f.integer(5, "top");
            if (top != 0 && top != 1) {
                throw file.fault("weather.top-flag", "top", f.fields().get(5), "0 或 1", "0 or 1");
            }
            addLevel(levels, f);
            if (top == 1) {
                return new Hour(stamp, List.copyOf(levels));
            }
            line = file.next();
        }
        throw file.fault(
                "weather.no-top",
                "top",
                "" + stamp,
                "该时刻最高一层的标记 1（文件不完整？）",
                "the mark 1 at the highest level of that hour (file cut off?)");
    }

    private void addLevel(List<ProfileLevel> levels, LineFields f) {
        double height = f.number(4, "height");
        double below = levels.isEmpty() ? 0 : levels.getLast().height();
        if (!(height > below)) {
            throw file.fault(
                    "weather.levels-not-rising",
                    "height",
                    f.fields().get(4),
                    "高于 " + below + " m 的高度",
                    "a height above " + below + " m");
        }
        levels.add(new ProfileLevel(
                height,
                f.number(6, "direction"),
                f.number(7, "speed"),
                f.number(8, "temperature"),
                f.number(9, "sigma-A"),
                f.number(10, "sigma-w")));
    }

    LineFile file() {
        return file;
    }

    @Override
    public void close() {
        file.close();
    }
}
