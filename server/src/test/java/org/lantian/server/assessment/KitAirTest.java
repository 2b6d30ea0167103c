package org.lantian.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lantian.quantities.HourEnding;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Imports the network's file of January 2019 and compares what the API says with what the network published. */
@NeedsKit
@LantianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The air of January 2019")
class KitAirTest {

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final TestServer server;
    private final AirData data;

    /** Published values by type, station and hour. */
    private final Map<String, Map<String, Map<HourEnding, Double>>> published = new HashMap<>();

    @Autowired
    KitAirTest(TestServer server, ApplicationContext context) {
        this.server = server;
        this.data = new AirData(context);
    }

    @BeforeAll
    void importMonth() throws IOException {
        Path file = ReferenceKit.path("data/cnemc-2019-sites/china_sites_201901.csv.gz");
        TestServer.Answer queued = server.asAdministrator(
                "POST", "/api/v1/imports/local", "{\"path\":\"" + file + "\",\"dryRun\":false,\"strict\":false}");
        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        awaitImport(queued.header("Location"));
        data.computed();
        readPublished(file);
    }

    private void awaitImport(String location) {
        String path = location.substring(location.indexOf("/api/"));
        for (int i = 0; i < 1200; i++) {
            String state = server.getAsAdministrator(path).json().path("state").asString();
            if (state.equalsIgnoreCase("done")) {
                return;
            }
            assertThat(state).isNotEqualToIgnoringCase("failed");
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("the import did not end");
    }

    private void readPublished(Path file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String[] heading = reader.readLine().split(",", -1);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                HourEnding hour = HourEnding.at(LocalDate.parse(cells[0], PRINTED), Integer.parseInt(cells[1]));
                for (int column = 3; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        published
                                .computeIfAbsent(cells[2], _ -> new HashMap<>())
                                .computeIfAbsent(heading[column], _ -> new HashMap<>())
                                .put(hour, Double.valueOf(cells[column]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Double published(String type, String station, HourEnding hour) {
        return published
                .getOrDefault(type, Map.of())
                .getOrDefault(station, Map.of())
                .get(hour);
    }

    @Test
    @DisplayName("has the published hourly index at every station-hour for which we state one")
    void hourly_index() {
        JsonNode frames =
                server.get("/api/v1/air/frames?from=2019-01-01&to=2019-01-31").json();
        HourEnding first = HourEnding.parse(frames.path("firstHour").asString());
        List<String> stations =
                frames.path("stations").valueStream().map(JsonNode::asString).toList();
        int compared = 0;
        int equal = 0;
        for (int s = 0; s < stations.size(); s++) {
            JsonNode row = frames.path("aqi").get(s);
            for (int i = 0; i < row.size(); i++) {
                Double theirs = published("AQI", stations.get(s), first.plusHours(i));
                if (theirs != null && !row.get(i).isNull()) {
                    compared++;
                    equal += theirs == row.get(i).asInt() ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(50_000);
        assertThat((double) equal / compared).isGreaterThanOrEqualTo(0.9995);
    }

    @Test
    @DisplayName(
            "has the published 24-hour means of PM2.5 where the day is valid, but for a few that the network rounds or fills otherwise")
    void daily_means() {
        int compared = 0;
        int equal = 0;
        for (String station : List.of("2160A", "2161A", "2162A", "2163A", "2164A", "2165A")) {
            JsonNode days = server.get("/api/v1/air/days?subject=station:" + station + "&from=2019-01-01&to=2019-01-30")
                    .json()
                    .path("days");
            for (JsonNode day : days) {
                LocalDate date = LocalDate.parse(day.path("day").asString());
                Double theirs = published("PM2.5_24h", station, HourEnding.ofSlot(date, 24));
                if (theirs != null && !day.at("/values/pm25").isNull()) {
                    compared++;
                    equal += Math.abs(theirs - day.at("/values/pm25").asDouble()) < 0.5 ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
        assertThat((double) equal / compared).as(equal + " of " + compared).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    @DisplayName("ranks the cities of the kit, and has no change on a year without data")
    void ranking() {
        JsonNode ranking =
                server.get("/api/v1/air/ranking?scope=city&month=2019-01").json();
        assertThat(ranking.path("ranked")).hasSizeGreaterThanOrEqualTo(15);
        assertThat(ranking.path("ranked")).allSatisfy(place -> {
            assertThat(place.path("changePercent").isNull()).isTrue();
            assertThat(place.path("remarks"))
                    .extracting(remark -> remark.path("code").asString())
                    .contains("comparison.no-data-last-year");
        });
        List<Double> indices = ranking.path("ranked")
                .valueStream()
                .map(place -> place.at("/composite/index").asDouble())
                .toList();
        assertThat(indices).isSorted();
        assertThat(ranking.path("ranked"))
                .extracting(place -> place.at("/subject/id").asString())
                .contains("140500");
    }
}
