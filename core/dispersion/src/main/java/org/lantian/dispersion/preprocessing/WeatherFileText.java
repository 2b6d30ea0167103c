package org.lantian.dispersion.preprocessing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;

/** Lines of the surface and profile files in the columns of AERMET (user's guide, appendix on file formats). */
public final class WeatherFileText {

    /** Stands behind VERSION: in the header, where AERMET prints the date of its version. */
    public static final String VERSION = "LANTIAN";

    private WeatherFileText() {}

    /**
     * What the header of a surface file says.
     *
     * @param upperAir name or number of the sounding station, empty when there is none
     * @param surface name or number of the surface station
     * @param options words behind the version, for example {@code CCVR_Sub}
     */
    public record Header(
            double latitudeDegrees,
            double longitudeDegrees,
            String upperAir,
            String surface,
            String version,
            List<String> options) {
        public Header {
            options = List.copyOf(options);
        }
    }

    public static String header(Header header) {
        double latitude = header.latitudeDegrees();
        double longitude = header.longitudeDegrees();
        return String.format(
                        Locale.ROOT,
                        "%9.3f%s%9.3f%s          UA_ID: %8s  SF_ID: %8s  OS_ID: %8s     VERSION: %-8s %s",
                        Math.abs(latitude),
                        latitude < 0 ? "S" : "N",
                        Math.abs(longitude),
                        longitude < 0 ? "W" : "E",
                        header.upperAir(),
                        header.surface(),
                        "",
                        header.version(),
                        String.join(" ", header.options()))
                .stripTrailing();
    }

    /** One line of the surface file. */
    public static String surfaceLine(HourStamp stamp, SurfaceHour hour) {
        StringBuilder line = new StringBuilder(180);
        line.append(String.format(
                Locale.ROOT,
                "%2d %2d %2d %3d %2d",
                stamp.year() % 100,
                stamp.month(),
                stamp.day(),
                stamp.julianDay(),
                stamp.hour()));
        column(line, hour.sensibleHeatFlux(), 7, 1);
        column(line, hour.frictionVelocity(), 7, 3);
        column(line, hour.convectiveVelocity(), 7, 3);
        column(line, hour.gradientAboveMixingHeight(), 7, 3);
        column(line, hour.convectiveMixingHeight(), 6, 0);
        column(line, hour.mechanicalMixingHeight(), 6, 0);
        column(line, hour.obukhovLength(), 9, 1);
        column(line, hour.roughnessLength(), 8, 4);
        column(line, hour.bowenRatio(), 7, 2);
        column(line, hour.albedo(), 7, 2);
        column(line, hour.windSpeed(), 8, 2);
        column(line, hour.windDirection(), 7, 1);
        column(line, hour.windHeight(), 7, 1);
        column(line, hour.temperature(), 7, 1);
        column(line, hour.temperatureHeight(), 7, 1);
        line.append(String.format(Locale.ROOT, " %5d", hour.precipitationCode()));
        column(line, hour.precipitationRate(), 7, 2);
        column(line, hour.relativeHumidity(), 7, 0);
        column(line, hour.pressure(), 7, 0);
        line.append(String.format(Locale.ROOT, " %5.0f", hour.cloudTenths()));
        return line.append(String.format(Locale.ROOT, " %-7s %-7s", hour.windFlag(), hour.substitutionFlag()))
                .toString()
                .stripTrailing();
    }

    /** The lines of an hour in the profile file. */
    public static List<String> profileLines(WeatherHour hour) {
        HourStamp stamp = hour.stamp();
        double top = hour.levels().getLast().height();
        return hour.levels().stream()
                .map(level -> profileLine(stamp, level, level.height() == top))
                .toList();
    }

    private static String profileLine(HourStamp stamp, ProfileLevel level, boolean top) {
        StringBuilder line = new StringBuilder(80);
        line.append(String.format(
                Locale.ROOT, "%2d %2d %2d %2d", stamp.year() % 100, stamp.month(), stamp.day(), stamp.hour()));
        column(line, level.height(), 8, 1);
        line.append(top ? " 1" : " 0");
        column(line, level.windDirection(), 8, 1);
        column(line, level.windSpeed(), 9, 2);
        column(line, level.temperatureCelsius(), 9, 2);
        column(line, level.sigmaTheta(), 9, 2);
        column(line, level.sigmaW(), 9, 2);
        return line.toString();
    }

    /** Appends a number right-aligned; without decimals a point still marks it as a real number. */
    private static void column(StringBuilder line, double value, int width, int decimals) {
        // %f would round the shortest decimal text; the exact binary value is what is meant
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        if ((value < 0 && !text.startsWith("-")) || (value == 0 && 1 / value < 0)) {
            text = "-" + text;
        }
        if (decimals == 0) {
            text += ".";
        }
        line.repeat(" ", Math.max(1, width - text.length())).append(text);
    }
}
