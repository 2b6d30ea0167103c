package org.lantian.server.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.city.Role;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.lantian.server.testing.TestServer.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("The city over HTTP")
class CityApiTest {

    private final TestServer server;
    private final CityCatalog catalog;
    private final JdbcClient jdbc;

    @Autowired
    CityApiTest(TestServer server, CityCatalog catalog, JdbcClient jdbc) {
        this.server = server;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("names counties, stations, other cities and targets, each with its source")
    void city() {
        Answer answer = server.get("/api/v1/city");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode city = answer.json();
        assertThat(city.path("code").asString()).isEqualTo("140500");
        assertThat(city.path("areas")).hasSize(7);
        assertThat(city.path("stations")).hasSize(6);
        assertThat(city.path("peerCities")).hasSize(20);
        assertThat(city.path("formerStations")).isEmpty();
        assertThat(city.path("packHash").asString()).matches("[0-9a-f]{64}");
        for (String part : new String[] {"areas", "units", "sectors", "targets", "packages"}) {
            assertThat(city.path(part))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(
                                    row.path("provenance").path("source").asString())
                            .as(part)
                            .isNotBlank());
        }
        assertThat(city.path("targets").get(0).path("provenance").path("status").asString())
                .isEqualTo("example");
    }

    @Test
    @DisplayName("is not sent again to a client that has it")
    void conditional() {
        String tag = server.get("/api/v1/city").header("ETag");

        assertThat(tag).isNotBlank();
        assertThat(server.get("/api/v1/city", "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    @DisplayName("gives the outlines as GeoJSON with the areas' codes, once")
    void boundaries() {
        assumeThat(catalog.boundaries()).as("pack is built").isPresent();
        Answer answer = server.get("/api/v1/city/boundaries");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
        assertThat(answer.json().path("features"))
                .hasSize(6)
                .allSatisfy(feature -> assertThat(
                                feature.path("properties").path("code").asString())
                        .startsWith("1405"));
        String tag = answer.header("ETag");
        assertThat(server.get("/api/v1/city/boundaries", "If-None-Match", tag).status())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("packs the outlines for a client that can unpack them")
    void compressed() {
        assumeThat(catalog.boundaries()).as("pack is built").isPresent();

        Answer plain = server.get("/api/v1/city/boundaries");
        Answer packed = server.get("/api/v1/city/boundaries", "Accept-Encoding", "gzip");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.raw().body().length).isLessThan(plain.raw().body().length / 2);
    }

    @Test
    @DisplayName("gives the working days of a covered year, and none of a year that is not covered")
    void calendar() {
        assumeThat(catalog.calendar().lastYearCovered()).as("pack is built").isPresent();
        JsonNode covered = server.get("/api/v1/city/calendar?year=2019").json();
        JsonNode later = server.get("/api/v1/city/calendar?year=2099").json();

        assertThat(covered.path("covered").asBoolean()).isTrue();
        assertThat(covered.path("days")).hasSize(365);
        assertThat(covered.path("days").get(0).path("working").asBoolean()).isFalse();
        assertThat(covered.path("days").get(0).path("name").path("zh").asString())
                .isEqualTo("元旦");
        assertThat(later.path("covered").asBoolean()).isFalse();
        assertThat(later.path("days")).isEmpty();
        assertThat(later.path("coverage").path("lastYear").asInt()).isLessThan(2099);
    }

    @Test
    @DisplayName("refuses a year out of range or not a number, saying what was expected")
    void badYear() {
        for (String year : new String[] {"1066", "99999", "now", "2019.5"}) {
            Answer answer = server.get("/api/v1/city/calendar?year=" + year, "Accept-Language", "en");

            assertThat(answer.status()).as(year).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("code").asString()).isEqualTo("bad-parameter");
        }
    }

    @Test
    @DisplayName("stands in the tables under stable keys and in the change log")
    void tables() {
        assertThat(jdbc.sql("SELECT count(*) FROM station WHERE current")
                        .query(Integer.class)
                        .single())
                .isEqualTo(125);
        assertThat(catalog.stations(Role.OWN)).hasSize(6);
        Station station = catalog.findStation("2165A").orElseThrow();
        assertThat(jdbc.sql("SELECT code FROM station WHERE id = ?")
                        .param(station.id())
                        .query(String.class)
                        .single())
                .isEqualTo("2165A");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'city.pack-loaded'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
