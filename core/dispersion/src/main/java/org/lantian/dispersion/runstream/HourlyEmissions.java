package org.lantian.dispersion.runstream;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.source.SourceEmission;
import org.lantian.dispersion.weather.HourStamp;

/**
 * A file of hourly emissions: one line an hour and source, in the order of time. Lines have rate, and for points gas
 * temperature and velocity; a point without all three, or with a negative one, emits nothing in that hour.
 */
final class HourlyEmissions implements AutoCloseable {

    private static final SourceEmission NONE = SourceEmission.rate(0);

    private final LineFile file;
    private final Set<String> ids;
    private final Set<String> points;
    private @Nullable Line pending;

    HourlyEmissions(Run.HourlyFileOfSources given) {
        this.file = new LineFile(given.path());
        this.ids = given.ids();
        this.points = given.points();
    }

    private record Line(HourStamp stamp, String id, SourceEmission emission) {}

    /** What each of the file's sources emits in an hour; hours before it are passed over. */
    Map<String, SourceEmission> at(HourStamp hour) {
        Line line = pending == null ? read() : pending;
        while (line != null && line.stamp.compareTo(hour) < 0) {
            line = read();
        }
        Map<String, SourceEmission> emissions = new HashMap<>();
        while (line != null && line.stamp.equals(hour)) {
            if (emissions.put(line.id, line.emission) != null) {
                throw file.fault("emissions.twice", line.id, "", "每个源每小时一行", "one line a source and hour");
            }
            line = read();
        }
        pending = line;
        for (String id : ids) {
            if (!emissions.containsKey(id)) {
                throw file.fault(
                        "emissions.missing",
                        id,
                        "",
                        hour.date() + " 第 " + hour.hour() + " 时该源的一行",
                        "a line of that source for hour " + hour.hour() + " of " + hour.date());
            }
        }
        return emissions;
    }

    private @Nullable Line read() {
        String text = file.next();
        if (text == null) {
            return null;
        }
        LineFields f = LineFields.of(file, text);
        f.expectAtLeast(7);
        if (!f.fields().get(0).equalsIgnoreCase("SO") || !f.fields().get(1).equalsIgnoreCase("HOUREMIS")) {
            throw file.fault(
                    "emissions.line",
                    "",
                    text.strip(),
                    "SO HOUREMIS 年 月 日 时 源 …",
                    "SO HOUREMIS year month day hour id …");
        }
        HourStamp stamp = f.stamp(f.date(2), 5);
        String id = f.fields().get(6).toUpperCase(Locale.ROOT);
        if (!ids.contains(id)) {
            throw file.fault("emissions.unknown-source", "id", id, "HOUREMIS 列出的源", "a source that HOUREMIS lists");
        }
        return new Line(stamp, id, emission(f, points.contains(id)));
    }

    private static SourceEmission emission(LineFields f, boolean point) {
        int given = f.fields().size() - 7;
        if (given < 1 || (point && given < 3)) {
            return NONE;
        }
        double rate = f.number(7, "rate");
        if (!point) {
            return rate < 0 ? NONE : SourceEmission.rate(rate);
        }
        double temperature = f.number(8, "temperature");
        double velocity = f.number(9, "velocity");
        return rate < 0 || temperature < 0 || velocity < 0 ? NONE : new SourceEmission(rate, temperature, velocity);
    }

    @Override
    public void close() {
        file.close();
    }
}
