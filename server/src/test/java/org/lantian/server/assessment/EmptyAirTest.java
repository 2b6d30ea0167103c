package org.lantian.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("Before anything was imported")
class EmptyAirTest {

    private final TestServer server;

    @Autowired
    EmptyAirTest(TestServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("the extent says that there is nothing")
    void extent() {
        JsonNode extent = server.get("/api/v1/air/extent").json();
        assertThat(extent.path("hasData").asBoolean()).isFalse();
        assertThat(extent.path("lastHour").isNull()).isTrue();
        assertThat(extent.path("years")).isEmpty();
        assertThat(extent.path("stations").asInt()).isPositive();
        assertThat(extent.path("stationsWithData").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/map", "/attainment?subject=city:140500", "/tables/daily", "/tables/monthly.xlsx"})
    @DisplayName("what would open at the latest hour says that nothing was imported")
    void no_latest(String path) {
        TestServer.Answer answer = server.get("/api/v1/air" + path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("air.no-data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/map?hour=2019-01-01T08:00",
                "/frames?from=2019-01-01&to=2019-01-07",
                "/stations/2160A/hourly?from=2019-01-01&to=2019-01-07",
                "/stations/2160A/pollution-rose?from=2019-01-01&to=2019-01-07",
                "/days?subject=city:140500&from=2019-01-01&to=2019-12-31",
                "/summary?subject=city:140500&year=2019",
                "/compare?subjects=city:140500&from=2019-01-01&to=2019-12-31",
                "/attainment?subject=city:140500&asOf=2019-09-30",
                "/tables/daily?day=2019-01-01",
                "/tables/monthly?month=2019-01",
                "/tables/monthly.xlsx?month=2019-01"
            })
    @DisplayName("what names its time is answered with gaps")
    void gaps(String path) {
        TestServer.Answer answer = server.get("/api/v1/air" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    @DisplayName("nothing is ranked, and each city says why")
    void ranking() {
        JsonNode ranking = server.get("/api/v1/air/ranking?year=2019").json();
        assertThat(ranking.path("ranked")).isEmpty();
        assertThat(ranking.path("unranked"))
                .isNotEmpty()
                .allSatisfy(city ->
                        assertThat(city.at("/reasons/0/code").asString()).isEqualTo("ranking.no-index"));
    }

    @Test
    @DisplayName("a budget is unknown without a valid day")
    void budget() {
        JsonNode first = server.get("/api/v1/air/attainment?subject=city:140500&asOf=2019-09-30")
                .json()
                .at("/pollutants/0");
        assertThat(first.path("soFar").isNull()).isTrue();
        assertThat(first.at("/toLimit/state").asString()).isEqualTo("UNKNOWN");
    }
}
