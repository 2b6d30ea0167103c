package org.lantian.dispersion.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.dispersion.weather.WeatherSite;

/** A pair of weather files, read whole. */
public record MetFiles(WeatherSite site, List<WeatherHour> hours) {

    public static MetFiles read(Path surface, Path profile, double base) throws IOException {
        List<String> lines = Files.readAllLines(surface);
        WeatherSite site = new WeatherSite(
                lines.getFirst().contains("ADJ_U*"), lines.getFirst().contains("BULKRN"), base);
        List<String> levelLines = Files.readAllLines(profile);
        int next = 0;
        List<WeatherHour> hours = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.trim().split("\\s+");
            if (f.length < 20) {
                continue;
            }
            List<ProfileLevel> levels = new ArrayList<>();
            boolean top = false;
            while (!top) {
                String[] p = levelLines.get(next++).trim().split("\\s+");
                levels.add(new ProfileLevel(d(p[4]), d(p[6]), d(p[7]), d(p[8]), d(p[9]), d(p[10])));
                top = p[5].equals("1");
            }
            int yy = Integer.parseInt(f[0]);
            HourStamp stamp = new HourStamp(
                    yy < 50 ? 2000 + yy : 1900 + yy,
                    Integer.parseInt(f[1]),
                    Integer.parseInt(f[2]),
                    Integer.parseInt(f[4]),
                    Integer.parseInt(f[3]));
            hours.add(new WeatherHour(stamp, surface(f), levels));
        }
        return new MetFiles(site, hours);
    }

    private static SurfaceHour surface(String[] f) {
        return new SurfaceHour(
                d(f[5]),
                d(f[6]),
                d(f[7]),
                d(f[8]),
                d(f[9]),
                d(f[10]),
                d(f[11]),
                d(f[12]),
                d(f[13]),
                d(f[14]),
                d(f[15]),
                d(f[16]),
                d(f[17]),
                d(f[18]),
                d(f[19]),
                (int) d(f[20]),
                d(f[21]),
                d(f[22]),
                d(f[23]),
                d(f[24]));
    }

    private static double d(String text) {
        return Double.parseDouble(text);
    }
}
