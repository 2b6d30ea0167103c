package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@DisplayName("lantian assess")
class AssessCommandTest {

    private static final String HEADER =
            "scope,id,pollutant,statistic,value,unit,limit,ratio,valid,valid_days,attained,standard,status";

    @TempDir
    private Path folder;

    private List<String> run(List<String> arguments) throws IOException {
        Path out = folder.resolve("out.csv");
        List<String> all = new ArrayList<>(List.of("assess"));
        all.addAll(arguments);
        all.addAll(List.of("-o", out.toString()));
        assertThat(Lantian.run(all)).isZero();
        List<String> rows = Files.readAllLines(out);
        assertThat(rows.getFirst()).isEqualTo(HEADER);
        return rows;
    }

    /** All hours of a year at the given stations, each pollutant constant. */
    private Path year(int year, String... stations) throws IOException {
        StringBuilder text = new StringBuilder("station,time,pollutant,value\n");
        String[] values = {"so2,10", "no2,20", "pm10,40", "co,0.8", "o3,90", "pm25,33"};
        LocalDateTime end = LocalDateTime.of(year + 1, 1, 1, 0, 0);
        for (String station : stations) {
            for (LocalDateTime t = LocalDateTime.of(year, 1, 1, 1, 0); !t.isAfter(end); t = t.plusHours(1)) {
                for (String value : values) {
                    text.append(station)
                            .append(',')
                            .append(t)
                            .append(',')
                            .append(value)
                            .append('\n');
                }
            }
        }
        return Files.writeString(folder.resolve("year" + year + ".csv"), text);
    }

    private static String row(List<String> rows, String start) {
        return rows.stream().filter(r -> r.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("a complete year is valid and judged; the means of CO and O3 have no limit")
    void completeYear() throws IOException {
        List<String> rows = run(List.of(year(2019, "A1").toString(), "--year", "2019"));
        assertThat(rows)
                .contains(
                        "station,A1,pm25,mean,33,µg/m³,35,0.9429,true,365,true,GB 3095-2012; HJ 663-2013,unverified",
                        "station,A1,pm25,p95,33,µg/m³,75,0.44,true,365,true,GB 3095-2012; HJ 663-2013,unverified",
                        "station,A1,co,mean,0.8,mg/m³,,,true,365,,GB 3095-2012; HJ 663-2013,unverified",
                        "station,A1,o3,p90,90,µg/m³,160,0.5625,true,365,true,GB 3095-2012; HJ 663-2013,unverified",
                        "station,A1,all,attainment,,,,,true,365,true,GB 3095-2012; HJ 663-2013,unverified",
                        "station,A1,all,composite_index,2.94,1,,,true,365,,GB 3095-2012; HJ 663-2013,unverified",
                        "station,A1,all,good_days,365,d,,,,365,,GB 3095-2012; HJ 663-2013,unverified");
    }

    @Test
    @DisplayName("2026 spans two standards: the year is assessed under each and labelled")
    void twoStandards() throws IOException {
        Path file = year(2026, "A1");
        List<String> rows = run(List.of(file.toString(), "--year", "2026"));
        assertThat(rows.stream().filter(r -> r.contains(",pm25,mean,")))
                .containsExactly(
                        "station,A1,pm25,mean,33,µg/m³,35,0.9429,true,365,true,GB 3095-2012; HJ 663-2013,unverified",
                        "station,A1,pm25,mean,33,µg/m³,30,1.1,true,365,false,"
                                + "GB 3095-2026 transition; HJ 663-2026,unverified");
        assertThat(run(List.of(file.toString(), "--year", "2026", "--standard", "2026")).stream()
                        .filter(r -> r.contains(",pm25,mean,")))
                .hasSize(1);
    }

    @Test
    @DisplayName("before 2016 there is no standard in force, except in a city of the phase-in table")
    void before2016() throws IOException {
        Path file = year(2014, "A1");
        List<String> rows = run(List.of(file.toString(), "--year", "2014"));
        assertThat(rows).hasSize(7).contains("station,A1,pm25,mean,33,µg/m³,,,,365,,,no-standard-in-force");
        assertThat(row(run(List.of(file.toString(), "--year", "2014", "--area", "110000")), "station,A1,pm25,mean"))
                .endsWith("true,365,true,GB 3095-2012; HJ 663-2013,unverified");
        Path list = Files.writeString(folder.resolve("list.csv"), "station,city,county,clean_point\nA1,140500,,no\n");
        assertThat(row(
                        run(List.of(file.toString(), "--year", "2014", "--stations", list.toString())),
                        "city,140500,pm25,mean"))
                .endsWith("no-standard-in-force");
    }

    @Test
    @DisplayName("2018 says that its values refer to two states of the air")
    void twoStates() throws IOException {
        assertThat(row(run(List.of(year(2018, "A1").toString(), "--year", "2018")), "station,A1,so2,mean"))
                .endsWith("GB 3095-2012; HJ 663-2013,unverified;mixed-reference-state");
    }

    @Test
    @DisplayName(
            "counties and cities leave clean points out; unknown ones are remarked; stations off the list are skipped")
    void areas() throws IOException {
        Path file = year(2019, "A1", "A2", "A3");
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "\uFEFFstation,city,county,clean_point\nA1,甲市,东县,no\nA2,甲市,西县,yes\nB1,乙市,,\n");
        List<String> rows = run(List.of(file.toString(), "--year", "2019", "--stations", list.toString()));
        assertThat(row(rows, "city,甲市,pm25,mean")).contains(",true,365,true,").endsWith(",unverified");
        assertThat(row(rows, "county,西县,")).endsWith(",only-clean-points").doesNotContain("33");
        assertThat(rows).noneMatch(r -> r.startsWith("station,A3"));
        assertThat(row(rows, "city,乙市,pm25,mean")).endsWith("unverified;clean-points-unknown");
    }

    @Test
    @NeedsKit
    @DisplayName("Jincheng 2019 by its pack: the means of the kit's own notes (75 % of the stations valid)")
    void jincheng() throws IOException {
        Path pack = ReferenceKit.checkout().orElseThrow().resolve("cities/jincheng");
        List<String> arguments = new ArrayList<>();
        try (Stream<Path> files = Files.list(ReferenceKit.path("data/cnemc-2019-sites"))) {
            files.map(Path::toString).filter(f -> f.endsWith(".gz")).sorted().forEach(arguments::add);
        }
        arguments.addAll(List.of("--year", "2019", "--city", pack.toString()));
        List<String> rows = run(arguments);
        mean(rows, "so2", 16.60, 343);
        mean(rows, "no2", 38.56, 342);
        mean(rows, "co", 1.28, 342);
        mean(rows, "pm25", 55.64, 338);
        mean(rows, "pm10", 114.58, 337);
        assertThat(rows.stream().filter(r -> r.startsWith("city,") && r.contains("composite_index")))
                .as("the city and its fifteen neighbours")
                .hasSize(16);
        assertThat(row(rows, "county,140521,")).as("a county without a station").contains("no-station");
    }

    private static void mean(List<String> rows, String pollutant, double value, int days) {
        String[] cells = row(rows, "city,140500," + pollutant + ",mean,").split(",", -1);
        assertThat(Double.parseDouble(cells[4])).as(pollutant).isCloseTo(value, within(0.005));
        assertThat(cells[9]).as(pollutant).isEqualTo(Integer.toString(days));
    }

    @Test
    @DisplayName("wrong use and wrong lists are exit code 2")
    void wrongUse() throws IOException {
        String file = year(2019, "A1").toString();
        String absent = folder.resolve("absent.csv").toString();
        List<List<String>> wrong = List.of(
                List.of("assess", file),
                List.of("assess", "--year", "2019"),
                List.of("aqi", "validate", "--kit", folder.toString()),
                List.of("assess", file, "--year", "MMXIX"),
                List.of("assess", file, "--year", "12"),
                List.of("assess", absent, "--year", "2019"),
                List.of("assess", file, "--year", "2019", "--stations", absent),
                List.of("assess", file, "--year", "2019", "--city", folder.toString()),
                List.of("assess", file, "--year", "2019", "--stations", list("station,city\nA1,x\n")),
                List.of("assess", file, "--year", "2019", "--stations", list("station,city,county,clean_point\n")),
                List.of(
                        "assess",
                        file,
                        "--year",
                        "2019",
                        "--stations",
                        list("station,city,county,clean_point\nA1,x,,maybe\n")),
                List.of(
                        "assess",
                        file,
                        "--year",
                        "2019",
                        "--stations",
                        list("station,city,county,clean_point\nA1,x,,no\nA1,x,,no\n")));
        for (List<String> arguments : wrong) {
            assertThat(Lantian.run(arguments)).as(arguments.toString()).isEqualTo(2);
        }
    }

    private String list(String text) throws IOException {
        Path file = Files.createTempFile(folder, "list", ".csv");
        return Files.writeString(file, text).toString();
    }
}
