package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@DisplayName("lantian aqi")
class AqiCommandTest {

    private static final String HEADER =
            "station,time,aqi,level,primary,iaqi_so2,iaqi_no2,iaqi_pm10,iaqi_co,iaqi_o3,iaqi_o3_8h,iaqi_pm25";

    @TempDir
    private Path folder;

    /** One station-hour of a long file. */
    private static String hour(String station, String time, Object... codesAndValues) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            rows.append("%s,%s,%s,%s\n".formatted(station, time, codesAndValues[i], codesAndValues[i + 1]));
        }
        return rows.toString();
    }

    private static String six(String station, String time, Object pm25) {
        return hour(station, time, "so2", 10, "no2", 20, "pm10", 60, "co", 1.1, "o3", 100, "pm25", pm25);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private Path longFile(String... rows) throws IOException {
        return file("in.csv", "station,time,pollutant,value\n" + String.join("", rows));
    }

    private List<String> run(String... arguments) throws IOException {
        Path out = folder.resolve("out.csv");
        List<String> all = new ArrayList<>(List.of("aqi"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-o", out.toString()));
        assertThat(Lantian.run(all)).isZero();
        return Files.readAllLines(out);
    }

    @Test
    @DisplayName("gives one row for each station-hour, with index, level, primary pollutants and all indices")
    void hourly() throws IOException {
        Path in = longFile(six("A1", "2019-01-02T08:00", 75), six("A1", "2019-01-02T09:00", 20));
        assertThat(run(in.toString()))
                .containsExactly(
                        HEADER,
                        "A1,2019-01-02T08:00,100,2,pm25,4,10,55,11,32,,100",
                        "A1,2019-01-02T09:00,55,2,pm10,4,10,55,11,32,,29");
    }

    @Test
    @DisplayName("names all primary pollutants on a tie, none up to 50")
    void primaries() throws IOException {
        Path in = longFile(
                hour("A1", "2019-01-02T08:00", "so2", 10, "no2", 200, "pm10", 150, "co", 1, "o3", 10, "pm25", 75),
                hour("A1", "2019-01-02T09:00", "so2", 10, "no2", 10, "pm10", 50, "co", 1, "o3", 10, "pm25", 35));
        assertThat(run(in.toString()))
                .contains(
                        "A1,2019-01-02T08:00,100,2,no2;pm10;pm25,4,100,100,10,4,,100",
                        "A1,2019-01-02T09:00,50,1,,4,5,50,10,4,,50");
    }

    @Test
    @DisplayName("the rules change with the city day: the hour ending 2026-03-01T00:00 is still under those of 2012")
    void changeOfRules() throws IOException {
        Path in = longFile(six("A1", "2026-03-01T00:00", 75), six("A1", "2026-03-01T01:00", 75));
        assertThat(run(in.toString()))
                .containsExactly(
                        HEADER,
                        "A1,2026-03-01T00:00,100,2,pm25,4,10,55,11,32,,100",
                        "A1,2026-03-01T01:00,114,3,pm25,4,10,58,11,32,,114");
        assertThat(run(in.toString(), "--standard", "2026").get(1)).contains(",114,3,");
        assertThat(run(in.toString(), "--standard", "2012").get(2)).contains(",100,2,");
    }

    @Test
    @DisplayName("a missing pollutant: empty by 2012; by 2026 stated when the rest gives more than 100")
    void missingPollutant() throws IOException {
        Path in = longFile(
                hour("A1", "2019-01-02T08:00", "pm10", 200),
                hour("A1", "2026-05-02T08:00", "pm10", 200),
                hour("A1", "2026-05-02T09:00", "pm10", 100));
        assertThat(run(in.toString()))
                .containsExactly(
                        HEADER,
                        "A1,2019-01-02T08:00,,,,,,125,,,,",
                        "A1,2026-05-02T08:00,131,3,pm10,,,131,,,,",
                        "A1,2026-05-02T09:00,,,,,,86,,,,");
    }

    @Test
    @DisplayName("without a standard in force the index is empty; a city of the phase-in table has one")
    void before2016() throws IOException {
        Path in = longFile(six("A1", "2014-05-02T08:00", 75));
        assertThat(run(in.toString())).contains("A1,2014-05-02T08:00,,,,,,,,,,");
        assertThat(run(in.toString(), "--area", "140500")).contains("A1,2014-05-02T08:00,,,,,,,,,,");
        assertThat(run(in.toString(), "--area", "110000").get(1)).startsWith("A1,2014-05-02T08:00,100,2,pm25,");
    }

    @Test
    @DisplayName("the 8-hour index of O3 is that of the running mean, across midnight and files")
    void runningMeanOfO3() throws IOException {
        StringBuilder evening = new StringBuilder("station,time,pollutant,value\n");
        for (int hour = 20; hour <= 23; hour++) {
            evening.append(hour("A1", "2019-06-01T%02d:00".formatted(hour), "o3", 160));
        }
        StringBuilder morning = new StringBuilder("station,time,pollutant,value\n");
        for (int hour = 0; hour <= 1; hour++) {
            morning.append(hour("A1", "2019-06-02T%02d:00".formatted(hour), "o3", 160));
        }
        Path first = file("first.csv", evening.toString());
        Path second = file("second.csv", morning.toString());
        List<String> rows = run(second.toString(), first.toString());
        assertThat(rows).hasSize(7);
        assertThat(rows.get(5)).isEqualTo("A1,2019-06-02T00:00,,,,,,,,50,,");
        assertThat(rows.get(6)).isEqualTo("A1,2019-06-02T01:00,,,,,,,,50,100,");
    }

    @Test
    @DisplayName("days: 24-h means, O3 by its greatest hour and 8-hour mean, empty with fewer than 20 hours")
    void daily() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int slot = 1; slot <= 24; slot++) {
            String time = slot == 24 ? "2019-01-03T00:00" : "2019-01-02T%02d:00".formatted(slot);
            rows.append(hour("A1", time, "so2", 10, "no2", 20, "pm10", 60, "co", 2.2, "o3", 100, "pm25", 30));
        }
        rows.append(six("A1", "2019-01-03T01:00", 75));
        assertThat(run(longFile(rows.toString()).toString(), "--period", "day"))
                .containsExactly(HEADER, "A1,2019-01-02,55,2,pm10;co,10,25,55,55,32,50,43", "A1,2019-01-03,,,,,,,,,,");
    }

    @Test
    @DisplayName("JSON has the same cells, numbers as numbers and nothing as null")
    void json() throws IOException {
        Path in = longFile(six("A1", "2019-01-02T08:00", 75), hour("A\"2", "2019-01-02T08:00", "pm10", 60));
        assertThat(String.join("", run(in.toString(), "--json")).replace(" ", ""))
                .isEqualTo("[{\"station\":\"A1\",\"time\":\"2019-01-02T08:00\",\"aqi\":100,\"level\":2,\"primary\":"
                        + "\"pm25\",\"iaqi_so2\":4,\"iaqi_no2\":10,\"iaqi_pm10\":55,\"iaqi_co\":11,\"iaqi_o3\":32,"
                        + "\"iaqi_o3_8h\":null,\"iaqi_pm25\":100},{\"station\":\"A\\\"2\",\"time\":"
                        + "\"2019-01-02T08:00\",\"aqi\":null,\"level\":null,\"primary\":null,\"iaqi_so2\":null,"
                        + "\"iaqi_no2\":null,\"iaqi_pm10\":55,\"iaqi_co\":null,\"iaqi_o3\":null,\"iaqi_o3_8h\":null,"
                        + "\"iaqi_pm25\":null}]");
    }

    @Test
    @DisplayName("wrong input is exit code 2 and leaves no output file")
    void wrongInput() throws IOException {
        Path good = longFile(six("A1", "2019-01-02T08:00", 75));
        Path out = folder.resolve("result.csv");
        List<List<String>> wrong = List.of(
                List.of("aqi"),
                List.of("aqi", folder.resolve("absent.csv").toString(), "-o", out.toString()),
                List.of("aqi", folder.toString(), "-o", out.toString()),
                List.of("aqi", file("empty.csv", "").toString(), "-o", out.toString()),
                List.of("aqi", file("other.csv", "a,b\n1,2\n").toString(), "-o", out.toString()),
                List.of(
                        "aqi",
                        file("none.csv", "station,time,pollutant,value\nA,2019-01-01T01:00,pm25,much\n")
                                .toString(),
                        "-o",
                        out.toString()),
                List.of("aqi", good.toString(), "--standard", "1996", "-o", out.toString()),
                List.of("aqi", good.toString(), "--area", "Jincheng", "-o", out.toString()),
                List.of("aqi", good.toString(), "--period", "week", "-o", out.toString()),
                List.of("aqi", good.toString(), "-o", good.toString()));
        for (List<String> arguments : wrong) {
            assertThat(Lantian.run(arguments)).as(arguments.toString()).isEqualTo(2);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part").isDirectoryNotContaining("glob:**result.csv");
        assertThat(Files.readString(good)).startsWith("station,time");
    }

    @Test
    @DisplayName("an output that can't be written is exit code 1")
    void unwritable() throws IOException {
        Path good = longFile(six("A1", "2019-01-02T08:00", 75));
        assertThat(Lantian.run(List.of(
                        "aqi",
                        good.toString(),
                        "-o",
                        folder.resolve("no/such/folder/out.csv").toString())))
                .isEqualTo(1);
    }

    @Test
    @NeedsKit
    @DisplayName("is the same with one thread and with many, and reads the national layout")
    void threads() throws IOException {
        String january = ReferenceKit.path("data/cnemc-2019-sites/china_sites_201901.csv.gz")
                .toString();
        List<String> one = run(january, "--threads", "1");
        assertThat(run(january, "--threads", "4")).isEqualTo(one);
        assertThat(one).contains("2160A,2019-01-01T08:00,209,5,pm25,21,26,149,82,2,,209");
    }
}
