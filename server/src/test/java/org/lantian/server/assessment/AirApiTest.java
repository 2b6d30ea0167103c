package org.lantian.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.AirData.Day;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.lantian.server.testing.TestServer.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Jincheng with made-up days. 2165A is a clean comparison point; the five others count for the city and for 140502.
 *
 * <p>1 January 2019: PM2.5 60, 70, 80, 90, 100 at 2160A … 2164A and 10 at 2165A, so the city has 80. 2 January: 2160A has
 * 19 hours of PM2.5 only, the others 40. 3 January: 2160A alone, PM2.5 75.5, CO 2.25.
 */
@LantianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The air over HTTP")
class AirApiTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

    private final TestServer server;
    private final AirData data;

    @Autowired
    AirApiTest(TestServer server, ApplicationContext context) {
        this.server = server;
        this.data = new AirData(context);
    }

    @BeforeAll
    void measure() {
        List<String> stations = List.of("2160A", "2161A", "2162A", "2163A", "2164A");
        for (int i = 0; i < stations.size(); i++) {
            data.put(stations.get(i), FIRST, Day.withPm25(60 + 10 * i));
            data.put(
                    stations.get(i),
                    FIRST.plusDays(1),
                    i == 0 ? Day.withPm25(90).slots(Pollutant.PM25, 20, 24, Double.NaN) : Day.withPm25(40));
        }
        data.put("2165A", FIRST, Day.withPm25(10));
        data.put("2160A", FIRST.plusDays(2), Day.withPm25(75.5).all(Pollutant.CO, 2.25));
        data.put("2160A", LocalDate.of(2018, 1, 1), Day.withPm25(100));
        data.computed();
    }

    private JsonNode get(String path) {
        Answer answer = server.get("/api/v1/air" + path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode entry(JsonNode list, String pointer, String value) {
        for (JsonNode entry : list) {
            if (entry.at(pointer).asString().equals(value)) {
                return entry;
            }
        }
        throw new AssertionError("no entry with " + pointer + " = " + value + " in " + list);
    }

    @Test
    @DisplayName("the extent runs from the first to the last hour with data")
    void extent() {
        JsonNode extent = get("/extent");
        assertThat(extent.path("hasData").asBoolean()).isTrue();
        assertThat(extent.path("firstHour").asString()).isEqualTo("2018-01-01T01:00");
        assertThat(extent.path("lastHour").asString()).isEqualTo("2019-01-04T00:00");
        assertThat(extent.path("lastDay").asString()).isEqualTo("2019-01-03");
        assertThat(extent.path("years")).extracting(JsonNode::asInt).containsExactly(2018, 2019);
        assertThat(extent.path("stationsWithData").asInt()).isEqualTo(6);
        assertThat(extent.at("/computing/active").asBoolean()).isFalse();
    }

    @Test
    @DisplayName(
            "the map gives each station its index; the county's mean leaves the clean point out; a county without station says so")
    void map() {
        JsonNode map = get("/map?hour=2019-01-01T08:00");
        // PM2.5 60: 50 + 50·25/40 = 81.25, up to 82
        JsonNode station = entry(map.path("stations"), "/code", "2160A");
        assertThat(station.at("/aqi/aqi").asInt()).isEqualTo(82);
        assertThat(station.at("/aqi/level").asInt()).isEqualTo(2);
        assertThat(station.at("/aqi/colour").asString()).isEqualTo("#ffff00");
        assertThat(station.at("/aqi/primary")).extracting(JsonNode::asString).containsExactly("pm25");
        assertThat(station.at("/values/co").asDouble()).isEqualTo(0.5);
        // PM2.5 80: 100 + 50·5/40 = 106.25, up to 107
        JsonNode city = entry(map.path("areas"), "/subject/key", "city:140500");
        assertThat(city.at("/values/pm25").asDouble()).isEqualTo(80);
        assertThat(city.at("/aqi/aqi").asInt()).isEqualTo(107);
        assertThat(city.path("stations").asInt()).isEqualTo(5);
        assertThat(city.path("reporting").asInt()).isEqualTo(5);
        JsonNode empty = entry(map.path("areas"), "/subject/key", "county:140581");
        assertThat(empty.path("stations").asInt()).isZero();
        assertThat(empty.path("aqi").isNull()).isTrue();
        assertThat(empty.at("/remarks/0/code").asString()).isEqualTo("area.no-station");
        JsonNode clean = entry(map.path("stations"), "/code", "2165A");
        assertThat(clean.path("cleanPoint").asString()).isEqualTo("YES");
    }

    @Test
    @DisplayName(
            "the map opens at the latest hour with data, which is 00:00 of the next date and falls under the day before")
    void map_opens_at_latest_hour() {
        JsonNode map = get("/map");
        assertThat(map.path("hour").asString()).isEqualTo("2019-01-04T00:00");
        assertThat(map.at("/standard/id").asString()).isEqualTo("2012");
    }

    @Test
    @DisplayName("frames hold one index per station and hour, null where there is none")
    void frames() {
        JsonNode frames = get("/frames?from=2019-01-02&to=2019-01-03");
        assertThat(frames.path("firstHour").asString()).isEqualTo("2019-01-02T01:00");
        assertThat(frames.path("hours").asInt()).isEqualTo(48);
        List<String> codes =
                frames.path("stations").valueStream().map(JsonNode::asString).toList();
        JsonNode row = frames.path("aqi").get(codes.indexOf("2160A"));
        assertThat(row).hasSize(48);
        // PM2.5 90: 100 + 50·15/40 = 118.75, up to 119; the last five hours lack PM2.5; 75.5: 100.625, up to 101
        assertThat(row.get(0).asInt()).isEqualTo(119);
        assertThat(row.get(18).asInt()).isEqualTo(119);
        assertThat(row.get(19).isNull()).isTrue();
        assertThat(row.get(24).asInt()).isEqualTo(101);
    }

    @Test
    @DisplayName(
            "a day with 19 hours of a pollutant has no valid value of it, no index by the 2012 edition, but keeps its raw mean")
    void too_few_hours() {
        JsonNode days =
                get("/days?subject=station:2160A&from=2019-01-01&to=2019-01-04").path("days");
        assertThat(days).hasSize(4);
        JsonNode second = days.get(1);
        assertThat(second.at("/values/pm25").isNull()).isTrue();
        assertThat(second.at("/raw/pm25").asDouble()).isEqualTo(90);
        assertThat(second.at("/hours/pm25").asInt()).isEqualTo(19);
        assertThat(second.path("aqi").isNull()).isTrue();
        assertThat(second.path("attained").isNull()).isTrue();
        JsonNode fourth = days.get(3);
        assertThat(fourth.at("/hours/pm25").asInt()).isZero();
        assertThat(fourth.at("/raw/pm25").isNull()).isTrue();
    }

    @Test
    @DisplayName("values are rounded half to even: 75.5 to 76, 2.25 to 2.2; both and no more are over their limits")
    void rounded_as_the_law_rounds() {
        JsonNode day = get("/days?subject=station:2160A&from=2019-01-03&to=2019-01-03")
                .path("days")
                .get(0);
        assertThat(day.at("/values/pm25").asDouble()).isEqualTo(76);
        assertThat(day.at("/raw/pm25").asDouble()).isEqualTo(75.5);
        assertThat(day.at("/values/co").asDouble()).isEqualTo(2.2);
        assertThat(day.path("overLimit")).extracting(JsonNode::asString).containsExactly("pm25");
        assertThat(day.path("attained").asBoolean()).isFalse();
        // PM2.5 76: 100 + 50·1/40 = 101.25, up to 102
        assertThat(day.at("/aqi/aqi").asInt()).isEqualTo(102);
    }

    @Test
    @DisplayName("the city has a value with four of five stations and none with one of five")
    void share_of_stations() {
        JsonNode days =
                get("/days?subject=city:140500&from=2019-01-01&to=2019-01-03").path("days");
        assertThat(days.get(0).at("/values/pm25").asDouble()).isEqualTo(80);
        assertThat(days.get(0).path("stations").asInt()).isEqualTo(5);
        assertThat(days.get(1).at("/values/pm25").asDouble()).isEqualTo(40);
        assertThat(days.get(1).at("/hours/pm25").asInt()).isEqualTo(4);
        assertThat(days.get(2).at("/values/pm25").isNull()).isTrue();
        assertThat(days.get(2).at("/raw/pm25").asDouble()).isEqualTo(75.5);
    }

    @Test
    @DisplayName("a summary counts days, exceedances and levels, and says that the days are too few for a verdict")
    void summary() {
        JsonNode summary = get("/summary?subject=station:2160A&from=2019-01-01&to=2019-01-31");
        JsonNode assessment = summary.path("assessments").get(0);
        assertThat(assessment.at("/standard/id").asString()).isEqualTo("2012");
        JsonNode pm25 = entry(assessment.path("pollutants"), "/pollutant", "pm25");
        assertThat(pm25.path("validDays").asInt()).isEqualTo(2);
        assertThat(pm25.path("valid").asBoolean()).isFalse();
        assertThat(pm25.path("meanRaw").asDouble()).isEqualTo(67.75); // (60 + 75.5) / 2
        assertThat(pm25.path("mean").asDouble()).isEqualTo(68);
        assertThat(pm25.path("exceedingDays").asInt()).isEqualTo(1);
        assertThat(pm25.path("greatestExcess").asDouble()).isEqualTo(0.01); // (76 − 75) / 75
        assertThat(pm25.path("maximumDay").asString()).isEqualTo("2019-01-03");
        assertThat(pm25.at("/remarks/0/code").asString()).isEqualTo("assessment.too-few-days");
        assertThat(assessment.at("/days/byLevel")).extracting(JsonNode::asInt).containsExactly(0, 1, 1, 0, 0, 0);
        // 24 + 19 + 24 complete hours of 744
        assertThat(summary.path("hourlyCompleteness").asDouble()).isEqualTo(0.0901);
    }

    @Test
    @DisplayName("a year that spans two standards is assessed under each")
    void two_standards() {
        JsonNode assessments = get("/summary?subject=station:2160A&year=2026").path("assessments");
        assertThat(assessments).extracting(a -> a.at("/standard/id").asString()).containsExactly("2012", "2026");
        assertThat(assessments.get(0).at("/label/en").asString()).contains("2026-02-28");
    }

    @Test
    @DisplayName("before any standard nothing is assessed, and it is said why")
    void no_standard() {
        JsonNode summary = get("/summary?subject=station:2160A&year=2014");
        assertThat(summary.path("assessments")).isEmpty();
        assertThat(summary.path("remarks"))
                .extracting(remark -> remark.path("code").asString())
                .contains("standard.none-in-force");
    }

    @Test
    @DisplayName("across 2018-09-01 gases are converted and particles are marked as not comparable")
    void across_reference_states() {
        JsonNode gases = get("/compare?subjects=station:2160A&parameter=so2&step=day&from=2018-01-01&to=2019-01-01");
        JsonNode series = gases.path("series").get(0);
        // 10 µg/m³ at 273.15 K are 10 · 273.15 / 298.15 = 9.16 at 298.15 K
        assertThat(series.path("raw").get(0).asDouble()).isEqualTo(9.1615);
        assertThat(series.path("values").get(0).asDouble()).isEqualTo(9);
        assertThat(series.path("converted").get(0).asBoolean()).isTrue();
        assertThat(series.path("raw").get(365).asDouble()).isEqualTo(10);
        assertThat(series.path("converted").get(365).asBoolean()).isFalse();
        assertThat(gases.at("/referenceState/en").asString()).isEqualTo("298.15 K, 1013.25 hPa");

        JsonNode particles = get("/compare?subjects=station:2160A&parameter=pm25&step=month&years=2018,2019");
        assertThat(particles.path("series")).hasSize(2);
        assertThat(particles.at("/series/0/values/0").asDouble()).isEqualTo(100);
        assertThat(particles.at("/series/0/remarks/0/code").asString())
                .isEqualTo("comparison.particles-not-comparable");
        assertThat(particles.at("/series/1/remarks")).isEmpty();
    }

    @Test
    @DisplayName("the budget says what the rest of the year must average to reach the pack's target of 52")
    void budget() {
        JsonNode attainment = get("/attainment?subject=city:140500&asOf=2019-01-02");
        assertThat(attainment.path("daysRemaining").asInt()).isEqualTo(363);
        JsonNode pm25 = entry(attainment.path("pollutants"), "/pollutant", "pm25");
        assertThat(pm25.path("statisticCode").asString()).isEqualTo("mean");
        assertThat(pm25.path("soFarRaw").asDouble()).isEqualTo(60); // (80 + 40) / 2
        assertThat(pm25.path("target").asDouble()).isEqualTo(52);
        // (52 · 365 − 120) / 363 = 51.96
        assertThat(pm25.at("/toTarget/restMayAverage").asDouble()).isEqualTo(51);
        assertThat(pm25.at("/toTarget/state").asString()).isEqualTo("TIGHT");
        assertThat(pm25.at("/toTarget/statement/en").asString())
                .isEqualTo("To reach 52 µg/m³ the rest of the year must average at most 51 µg/m³.");
        assertThat(attainment.at("/attainmentDays/assessed").asInt()).isEqualTo(2);
        assertThat(attainment.at("/attainmentDays/good").asInt()).isEqualTo(1);
        assertThat(attainment.at("/winter/from").asString()).isEqualTo("2018-10-01");
        assertThat(attainment.at("/winter/pm25LastYear").isNull()).isTrue();
    }

    @Test
    @DisplayName("tables list city, counties and stations")
    void tables() {
        JsonNode daily = get("/tables/daily?day=2019-01-01");
        assertThat(daily.at("/rows/0/subject/key").asString()).isEqualTo("city:140500");
        assertThat(daily.at("/rows/0/values/pm25").asDouble()).isEqualTo(80);
        assertThat(daily.at("/rows/0/aqi/aqi").asInt()).isEqualTo(107);
        JsonNode monthly = get("/tables/monthly?month=2019-01");
        assertThat(entry(monthly.path("rows"), "/subject/key", "station:2160A")
                        .at("/values/pm25")
                        .asDouble())
                .isEqualTo(68);
    }
}
