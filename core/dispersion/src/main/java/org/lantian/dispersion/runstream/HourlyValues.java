package org.lantian.dispersion.runstream;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** A file of one value an hour (ozone, background), in µg/m³. Values below 0 or of 900 and more are missing. */
final class HourlyValues {

    private static final double MISSING_FROM = 900;

    private final Map<HourStamp, Double> values = new HashMap<>();
    private final String file;

    /** Reads the file; the conversion makes µg/m³ of its unit. */
    HourlyValues(HourlyFile given, DoubleUnaryOperator conversion) {
        this.file = given.path().toString();
        try (LineFile lines = new LineFile(given.path())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                FixedFormat format = given.format();
                read(lines, format == null ? free(lines, line) : fixed(lines, format, line), conversion);
            }
        }
    }

    private static LineFields free(LineFile lines, String line) {
        return LineFields.of(lines, line);
    }

    private static LineFields fixed(LineFile lines, FixedFormat format, String line) {
        StringBuilder text = new StringBuilder();
        for (double value : format.read(line)) {
            text.append(value).append(' ');
        }
        return LineFields.of(lines, text.toString());
    }

    private void read(LineFile lines, LineFields f, DoubleUnaryOperator conversion) {
        f.expectAtLeast(5);
        HourStamp stamp = f.stamp(f.date(0), 3);
        double value = f.number(4, "value");
        double converted = value < 0 || value >= MISSING_FROM ? Double.NaN : conversion.applyAsDouble(value);
        if (values.put(stamp, converted) != null) {
            throw lines.fault("hourly.twice", "date", "" + stamp, "每小时一个值", "one value an hour");
        }
    }

    /** The value of an hour, µg/m³; NaN where it is missing. The file must name the hour. */
    double at(HourStamp hour) {
        Double value = values.get(hour);
        if (value == null) {
            throw absent(hour, "的一行", "a line");
        }
        return value;
    }

    /** The value of an hour, µg/m³, which must not be missing. */
    double present(HourStamp hour) {
        double value = at(hour);
        if (Double.isNaN(value)) {
            throw absent(hour, "的有效值", "a value that is not missing");
        }
        return value;
    }

    private DomainException absent(HourStamp hour, String zh, String en) {
        return new DomainException(new InputError(
                "hourly.missing",
                file,
                0,
                "",
                "",
                new BilingualText(
                        hour.date() + " 第 " + hour.hour() + " 时" + zh,
                        en + " for hour " + hour.hour() + " of " + hour.date())));
    }
}
