package org.lantian.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.server.assessment.AirData.Day;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.lantian.server.testing.TestServer.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@LantianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Requests for the air")
class AirRequestsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 1, 1);

    private final TestServer server;
    private final AirData data;

    @Autowired
    AirRequestsTest(TestServer server, ApplicationContext context) {
        this.server = server;
        this.data = new AirData(context);
    }

    @BeforeAll
    void measure() {
        // wind from the north-east in the morning, from 350° at noon, calm in the afternoon
        Day windy = AirData.wind(Day.withPm25(30), 2, 45)
                .slots(org.lantian.quantities.WeatherElement.WIND_DIRECTION, 9, 12, 350)
                .slots(org.lantian.quantities.Pollutant.PM25, 9, 12, 90)
                .slots(org.lantian.quantities.WeatherElement.WIND_SPEED, 13, 24, 0.3);
        data.put("2160A", DAY, windy).put("2161A", DAY, Day.withPm25(30)).computed();
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource({
        "/map?hour=2019-01-01, 400, air.bad-parameter, hour",
        "/map?hour=2019-01-01T08:30, 400, air.bad-parameter, hour",
        "/frames?from=2019-01-01&to=2019-02-01, 400, air.range-too-long, 31",
        "/frames?from=2019-01-02&to=2019-01-01, 400, air.bad-parameter, to",
        "/stations/9999A/hourly?from=2019-01-01&to=2019-01-02, 404, air.station-not-found, 9999A",
        "/stations/2160A/hourly?from=2019-01-01&to=2019-12-31, 400, air.range-too-long, 92",
        "/stations/2160A/hourly?from=01.01.2019&to=2019-12-31, 400, air.bad-parameter, from",
        "/stations/2160A/pollution-rose?from=2019-01-01&to=2019-01-02&pollutant=lead, 400, air.bad-parameter, pollutant",
        "/stations/2160A/pollution-rose?from=2019-01-01&to=2019-01-02&kind=flower, 400, air.bad-parameter, kind",
        "/days?subject=2160A&from=2019-01-01&to=2019-01-02, 400, air.bad-parameter, subject",
        "/days?subject=county:999999&from=2019-01-01&to=2019-01-02, 404, air.subject-not-found, county:999999",
        "/days?subject=city:140500&from=1066-01-01&to=2019-01-02, 400, air.bad-parameter, from",
        "/summary?subject=city:140500, 400, air.bad-parameter, year",
        "/summary?subject=city:140500&year=2019&from=2019-01-01, 400, air.bad-parameter, year",
        "/summary?subject=city:140500&year=19, 400, air.bad-parameter, year",
        "/compare?subjects=&parameter=pm25&from=2019-01-01&to=2019-01-02, 400, air.bad-parameter, subjects",
        "/compare?subjects=city:140500&parameter=aqi&step=month&from=2019-01-01&to=2019-01-02, 400, air.bad-parameter, step",
        "/compare?subjects=city:140500&step=year&years=2018, 400, air.bad-parameter, step",
        "'/compare?subjects=city:140500,city:140400,city:410800&step=month&years=2010,2011,2012,2013,2014,2015,2016,2017,2018', 400, air.bad-parameter, years",
        "/ranking?scope=village&year=2019, 400, air.bad-parameter, scope",
        "/ranking?month=2019-13, 400, air.bad-parameter, month",
        "/attainment?subject=city:140500&asOf=yesterday, 400, air.bad-parameter, asOf",
        "/tables/monthly.xlsx?month=2019-01&lang=fr, 400, air.bad-parameter, lang"
    })
    @DisplayName("that can't be answered are refused with a problem that names what was wrong and what was expected")
    void refused(String path, int status, String code, String named) {
        Answer answer = server.get("/api/v1/air" + path, "Accept-Language", "en");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString() + problem.path("arguments"))
                .contains(named);
    }

    @Test
    @DisplayName("are answered with 304 while no data changed, and anew after they did")
    void conditional() {
        String path = "/api/v1/air/tables/daily?day=2019-01-02";
        Answer first = server.get(path);
        boolean notModified = false;
        // the tag also moves when PostgreSQL tidies up behind an import, so one of a few tries must do
        for (int i = 0; i < 20 && !notModified; i++) {
            first = server.get(path);
            assertThat(first.header("ETag")).isNotBlank();
            notModified =
                    server.get(path, "If-None-Match", first.header("ETag")).status() == 304;
        }
        assertThat(notModified).isTrue();
        String tag = first.header("ETag");
        data.put("2162A", DAY.plusDays(1), Day.withPm25(30)).computed();
        Answer anew = server.get(path, "If-None-Match", tag);
        assertThat(anew.status()).isEqualTo(200);
        assertThat(anew.text()).isNotEqualTo(first.text());
    }

    @Test
    @DisplayName("for hours show values, gaps, the limits in force and each hour's index")
    void hours() {
        JsonNode hours = server.get("/api/v1/air/stations/2160A/hourly?from=2019-01-01&to=2019-01-02")
                .json();
        JsonNode pm25 = hours.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("code").asString().equals("pm25"))
                .findFirst()
                .orElseThrow();
        assertThat(pm25.path("values")).hasSize(48);
        assertThat(pm25.path("values").get(8).asDouble()).isEqualTo(90);
        assertThat(pm25.path("values").get(24).isNull()).isTrue();
        assertThat(pm25.path("missingHours").asInt()).isEqualTo(24);
        assertThat(pm25.path("limits").get(0).path("value").asDouble()).isEqualTo(75);
        assertThat(pm25.path("limits").get(0).path("averaging").asString()).isEqualTo("24h");
        assertThat(hours.path("aqi").get(8).asInt()).isEqualTo(119);
        assertThat(hours.path("aqi").get(24).isNull()).isTrue();
        assertThat(hours.path("parameters"))
                .extracting(parameter -> parameter.path("code").asString())
                .contains("ws", "wd")
                .doesNotContain("temp");
    }

    @Test
    @DisplayName("for a rose count hours by sector and keep calm apart")
    void rose() {
        JsonNode rose = server.get("/api/v1/air/stations/2160A/pollution-rose?from=2019-01-01&to=2019-01-02")
                .json();
        assertThat(rose.path("hoursUsed").asInt()).isEqualTo(24);
        assertThat(rose.path("calmHours").asInt()).isEqualTo(12);
        assertThat(rose.path("calmShare").asDouble()).isEqualTo(0.5);
        assertThat(rose.path("petals")).hasSize(16);
        // north-east is the third sector; 350° is north
        assertThat(rose.at("/petals/2/hours").asInt()).isEqualTo(8);
        assertThat(rose.at("/petals/2/mean").asDouble()).isEqualTo(30);
        assertThat(rose.at("/petals/0/hours").asInt()).isEqualTo(4);
        assertThat(rose.at("/petals/0/mean").asDouble()).isEqualTo(90);

        JsonNode none = server.get("/api/v1/air/stations/2161A/pollution-rose?from=2019-01-01&to=2019-01-02")
                .json();
        assertThat(none.path("hoursUsed").asInt()).isZero();
        assertThat(none.at("/remarks/0/code").asString()).isEqualTo("wind.none");
    }

    @Test
    @DisplayName("for the law name each document with source and whether it was read")
    void law() {
        JsonNode law = server.get("/api/v1/air/standards").json();
        assertThat(law.path("documents")).isNotEmpty().allSatisfy(document -> {
            assertThat(document.path("status").asString()).isIn("read", "unverified");
            assertThat(document.path("source").asString()).isNotBlank();
        });
        assertThat(law.path("levels")).hasSize(6);
        assertThat(law.path("limits")).anySatisfy(limit -> {
            assertThat(limit.path("standardId").asString()).isEqualTo("2026");
            assertThat(limit.path("pollutant").asString()).isEqualTo("pm25");
        });
    }

    @Test
    @DisplayName("for a table as XLSX bring title, standard, rows and the remark that data are unreviewed")
    void workbook() throws IOException {
        Answer answer = server.get("/api/v1/air/tables/daily.xlsx?day=2019-01-01&lang=en");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("lantian-air-daily-2019-01-01.xlsx");
        StringBuilder texts = new StringBuilder();
        List<CellType> types = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(answer.raw().body()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(cell -> {
                if (cell != null) {
                    texts.append(cell.getText()).append('\n');
                    types.add(cell.getType());
                }
            }));
        }
        assertThat(texts)
                .contains("Daily table of ambient air quality, Jincheng, 2019-01-01")
                .contains("GB 3095—2012")
                .contains("not reviewed")
                .contains("Water Company");
        assertThat(types).contains(CellType.NUMBER).doesNotContain(CellType.FORMULA);
    }
}
