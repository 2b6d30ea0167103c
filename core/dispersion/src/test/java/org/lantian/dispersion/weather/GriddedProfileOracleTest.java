package org.lantian.dispersion.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.dispersion.runstream.WeatherFiles;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@NeedsKit
@DisplayName("Gridded profiles")
class GriddedProfileOracleTest {

    /** The reference prints two decimals of speeds and temperatures, one of directions, six of gradients. */
    private static final double[] HALF_DIGIT = {0.051, 0.00501, 0.00501, 0.00501, 0.00501, 0.00000051};

    @ParameterizedTest(name = "{0}")
    @CsvSource({"profiles-lovett, LOVETT, 1.8", "profiles-houston, HOUSTON_ADJU, 29.0"})
    @DisplayName("equal the reference's at every level of every hour")
    void equalTheReference(String name, String met, double base) throws IOException {
        Path kit = ReferenceKit.path("oracles/aermod");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        List<Printed> printed = Printed.read(kit.resolve(name + "/expected/profiles.dbg.gz"));
        try (WeatherFiles files =
                WeatherFiles.open(kit.resolve("met/" + met + ".SFC"), kit.resolve("met/" + met + ".PFL"))) {
            WeatherSite site = files.site(base);
            while (files.hasNext()) {
                WeatherHour hour = files.next();
                for (Printed each : printed) {
                    if (each.isOf(hour.stamp())) {
                        compared += compare(hour, site, each, differences);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(38 * 87);
        assertThat(differences).isEmpty();
    }

    private static int compare(WeatherHour hour, WeatherSite site, Printed printed, List<String> differences) {
        GriddedProfile p = BoundaryLayer.rural(hour, site).profile();
        List<IntToDoubleFunction> ours = List.of(
                p::windDirectionAtLevel,
                p::windSpeedAtLevel,
                p::sigmaVAtLevel,
                p::sigmaWAtLevel,
                p::potentialTemperatureAtLevel,
                p::gradientAtLevel);
        for (double[] row : printed.rows) {
            int level = (int) row[0] - 1;
            for (int i = 0; i < ours.size(); i++) {
                double our = ours.get(i).applyAsDouble(level);
                if (Math.abs(our - row[i + 2]) > HALF_DIGIT[i]) {
                    differences.add(
                            hour.stamp() + " z=" + row[1] + " quantity " + i + ": " + our + " not " + row[i + 2]);
                }
            }
        }
        return printed.rows.size();
    }

    /** One hour of the printed profiles. */
    private record Printed(int month, int day, int hour, List<double[]> rows) {

        boolean isOf(HourStamp stamp) {
            return stamp.month() == month && stamp.day() == day && stamp.hour() == hour;
        }

        static List<Printed> read(Path file) throws IOException {
            List<Printed> all = new ArrayList<>();
            try (BufferedReader in = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
                String line;
                while ((line = in.readLine()) != null) {
                    String[] f = line.trim().split("\\s+");
                    if (line.matches(" (19|20)\\d\\d +\\d+ +\\d+ +\\d+ .*")) {
                        all.add(new Printed(
                                Integer.parseInt(f[1]),
                                Integer.parseInt(f[2]),
                                Integer.parseInt(f[3]),
                                new ArrayList<>()));
                    } else if (f.length == 8 && f[0].matches("\\d+") && f[1].matches("\\d+\\.\\d")) {
                        double[] row = new double[8];
                        for (int i = 0; i < 8; i++) {
                            row[i] = Double.parseDouble(f[i]);
                        }
                        all.getLast().rows.add(row);
                    }
                }
            }
            all.removeIf(printed -> printed.rows.size() != 87);
            return all;
        }
    }
}
