package org.lantian.dispersion.output;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.weather.HourStamp;

/** The same values as tables: CSV, one row a value, units in the names of the columns. */
final class ResultTable {

    static final String PLOT_HEAD = "receptor,x_m,y_m,elevation_m,hill_height_m,flagpole_m,network,average,group,rank,"
            + "concentration_ug_m3,time\n";
    static final String POST_HEAD = "time,receptor,x_m,y_m,average,group,concentration_ug_m3\n";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH':00'");

    private final String[] names;
    private final String[] coordinates;
    private final String[] heights;

    ResultTable(List<Place> places) {
        names = new String[places.size()];
        coordinates = new String[names.length];
        heights = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            Place place = places.get(i);
            Receptor receptor = place.receptor();
            names[i] = name(place, i);
            coordinates[i] = "," + millimetres(receptor.x()) + "," + millimetres(receptor.y()) + ",";
            heights[i] = receptor.elevation() + "," + receptor.hillHeight() + "," + receptor.flagpole() + ","
                    + quoted(place.network()) + ",";
        }
    }

    /** The name given to a receptor, else its number. */
    static String name(Place place, int index) {
        return place.name().isEmpty() ? Integer.toString(index + 1) : quoted(place.name());
    }

    private static String millimetres(double metres) {
        return Double.toString(Math.rint(metres * 1000) / 1000 + 0.0);
    }

    void plotRow(StringBuilder out, int place, OutputPlan.PlotRequest plot, double value, String time) {
        out.append(names[place]).append(coordinates[place]).append(heights[place]);
        out.append(plot.average().label())
                .append(',')
                .append(quoted(plot.group()))
                .append(',');
        out.append(plot.rank() == 0 ? "" : plot.rank()).append(',');
        out.append((float) value).append(',').append(time).append('\n');
    }

    void postRow(StringBuilder out, int place, String time, AveragingPeriod average, String group, double value) {
        out.append(time).append(',').append(names[place]).append(coordinates[place]);
        out.append(average.label()).append(',').append(quoted(group)).append(',');
        out.append((float) value).append('\n');
    }

    /** The instant at which an hour ends, in the local standard time of the weather file. */
    static String time(HourStamp stamp) {
        return TIME.format(stamp.date().atStartOfDay().plusHours(stamp.hour()));
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
