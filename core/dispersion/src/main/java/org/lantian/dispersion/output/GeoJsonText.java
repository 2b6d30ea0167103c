package org.lantian.dispersion.output;

import java.util.List;
import java.util.Locale;
import org.lantian.quantities.LonLat;

/** The values of one plot file as GeoJSON (RFC 7946): a point for each receptor. */
final class GeoJsonText {

    private GeoJsonText() {}

    static String of(OutputPlan.PlotRequest plot, PlotValues values, List<Place> places, Georeference reference) {
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            LonLat at = reference.at(place.receptor().x(), place.receptor().y());
            out.append(i == 0 ? "\n" : ",\n");
            out.append("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
            out.append(String.format(Locale.ROOT, "%.7f,%.7f", at.longitudeDegrees(), at.latitudeDegrees()));
            out.append("]},\"properties\":{\"receptor\":");
            text(out, place.name().isEmpty() ? Integer.toString(i + 1) : place.name());
            out.append(",\"average\":");
            text(out, plot.average().label());
            out.append(",\"group\":");
            text(out, plot.group());
            if (plot.rank() > 0) {
                out.append(",\"rank\":").append(plot.rank());
            }
            out.append(",\"concentration_ug_m3\":").append((float) values.value(i));
            values.end(i)
                    .ifPresent(end -> out.append(",\"time\":\"")
                            .append(ResultTable.time(end))
                            .append('"'));
            out.append("}}");
        }
        return out.append("\n]}\n").toString();
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
