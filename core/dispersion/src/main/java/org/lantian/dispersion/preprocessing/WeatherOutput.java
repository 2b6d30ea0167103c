package org.lantian.dispersion.preprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.HourStamp;

/** The three texts of a run: surface file, profile file, and a side table of what was substituted in which hour. */
public final class WeatherOutput {

    /** Header of the side table. */
    public static final String SIDE_HEADER = "time,hour_class,substitution_flag,remarks";

    private WeatherOutput() {}

    /**
     * All lines of the surface file.
     *
     * @param stationId of the surface station
     * @param soundingId empty without soundings
     */
    public static List<String> surfaceFile(Station station, String stationId, String soundingId, List<MadeHour> hours) {
        SunPosition sun = station.sun();
        List<String> lines = new ArrayList<>(hours.size() + 1);
        lines.add(WeatherFileText.header(new WeatherFileText.Header(
                sun.latitudeDegrees(),
                sun.longitudeDegrees(),
                soundingId,
                stationId,
                WeatherFileText.VERSION,
                options(station, hours))));
        for (MadeHour hour : hours) {
            lines.add(WeatherFileText.surfaceLine(
                    hour.weather().stamp(), hour.weather().surface()));
        }
        return lines;
    }

    public static List<String> profileFile(List<MadeHour> hours) {
        List<String> lines = new ArrayList<>(hours.size());
        hours.forEach(hour -> lines.addAll(WeatherFileText.profileLines(hour.weather())));
        return lines;
    }

    /** The side table with its header. */
    public static List<String> sideTable(List<MadeHour> hours) {
        List<String> lines = new ArrayList<>(hours.size() + 1);
        lines.add(SIDE_HEADER);
        for (MadeHour hour : hours) {
            TreeSet<String> codes = new TreeSet<>();
            hour.substitutions().forEach(substitution -> codes.add(substitution.code()));
            lines.add(String.join(
                    ",",
                    endOfHour(hour.weather().stamp()),
                    HourClass.of(hour.weather().surface()).name().toLowerCase(java.util.Locale.ROOT),
                    hour.weather().surface().substitutionFlag(),
                    String.join(";", codes)));
        }
        return lines;
    }

    /** The end of an hour as the command line prints it: hour 24 is 00:00 of the next day. */
    public static String endOfHour(HourStamp stamp) {
        return stamp.date().atStartOfDay().plusHours(stamp.hour()).toString();
    }

    private static List<String> options(Station station, List<MadeHour> hours) {
        List<String> options = new ArrayList<>();
        if (station.adjustedFrictionVelocity()) {
            options.add("ADJ_U*");
        }
        if (hours.stream().anyMatch(hour -> Substitution.anyOfCloud(hour.substitutions()))) {
            options.add("CCVR_Sub");
        }
        if (hours.stream().anyMatch(hour -> hour.substitutions().contains(Substitution.TEMPERATURE_INTERPOLATED))) {
            options.add("TEMP_Sub");
        }
        return options;
    }
}
