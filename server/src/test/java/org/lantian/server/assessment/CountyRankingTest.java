package org.lantian.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lantian.server.assessment.AirData.Day;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A made-up city. Counties 990101 … 990103 have two stations each, T00102 being the clean comparison point; 990104 has
 * none; the functional area 990100-kfq has TZ001.
 *
 * <p>Each day of January 2021: PM2.5 35 in 990101 (the clean point 5), 70 and 140 in 990102, so 105, 35 in 990103, 70 in
 * the functional area. A year before 990101 had 70. All else is the same everywhere and every day.
 */
@LantianTest(city = LantianTest.GENERATED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The ranking of counties")
class CountyRankingTest {

    private final TestServer server;
    private final AirData data;

    @Autowired
    CountyRankingTest(TestServer server, ApplicationContext context) {
        this.server = server;
        this.data = new AirData(context);
    }

    @BeforeAll
    void measure() {
        for (int i = 0; i < 31; i++) {
            LocalDate day = LocalDate.of(2021, 1, 1).plusDays(i);
            data.put("T00101", day, Day.withPm25(35));
            data.put("T00102", day, Day.withPm25(5));
            data.put("T00201", day, Day.withPm25(70));
            data.put("T00202", day, Day.withPm25(140));
            data.put("T00301", day, Day.withPm25(35));
            data.put("T00302", day, Day.withPm25(35));
            data.put("TZ001", day, Day.withPm25(70));
            data.put("T00101", day.minusYears(1), Day.withPm25(70));
        }
        data.computed();
    }

    private JsonNode ranking(String query) {
        TestServer.Answer answer = server.get("/api/v1/air/ranking?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    @DisplayName(
            "orders by composite index; equal indices share a rank; a county without station is listed apart and says why")
    void ranks() {
        JsonNode ranking = ranking("scope=county&month=2021-01");
        // SO2 10/60 + NO2 20/40 + PM10 40/70 + CO 0.5/4 + O3 60/160 = 1.7381; PM2.5 35/35 adds 1
        assertThat(ranking.path("ranked"))
                .extracting(place -> place.path("rank").asInt() + " "
                        + place.at("/subject/id").asString() + " "
                        + place.at("/composite/index").asDouble())
                .containsExactly("1 990101 2.74", "1 990103 2.74", "3 990100-kfq 3.74", "4 990102 4.74");
        assertThat(ranking.path("unranked"))
                .extracting(place -> place.at("/subject/id").asString() + " "
                        + place.at("/reasons/0/code").asString())
                .containsExactly("990104 ranking.no-station");
    }

    @Test
    @DisplayName("shows the part of each pollutant, which add up to the whole")
    void parts() {
        JsonNode first = ranking("scope=county&month=2021-01").path("ranked").get(0);
        assertThat(first.at("/composite/leading").asString()).isEqualTo("pm25");
        double sum = first.at("/composite/parts")
                .valueStream()
                .mapToDouble(part -> part.path("share").asDouble())
                .sum();
        assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(0.0003));
        // 1 of 2.7381
        assertThat(first.at("/composite/parts/5/share").asDouble()).isEqualTo(0.3652);
        assertThat(first.at("/statistics/pm25").asDouble()).isEqualTo(35);
    }

    @Test
    @DisplayName("shows the change on last year, or why there is none")
    void change() {
        JsonNode ranked = ranking("scope=county&month=2021-01").path("ranked");
        // 3.74 a year before: (2.74 − 3.74) / 3.74
        assertThat(ranked.get(0).path("lastYearIndex").asDouble()).isEqualTo(3.74);
        assertThat(ranked.get(0).path("changePercent").asDouble()).isEqualTo(-26.7);
        assertThat(ranked.get(0).path("changeRank").asInt()).isEqualTo(1);
        assertThat(ranked.get(1).path("changePercent").isNull()).isTrue();
        assertThat(ranked.get(1).path("remarks"))
                .extracting(remark -> remark.path("code").asString())
                .contains("comparison.no-data-last-year");
    }

    @Test
    @DisplayName("ranks by what there is when days are few, and says so")
    void few_days() {
        JsonNode ranked = ranking("scope=county&from=2021-01-20&to=2021-02-28").path("ranked");
        assertThat(ranked.get(0).path("validDays").asInt()).isEqualTo(12);
        assertThat(ranked.get(0).path("remarks"))
                .extracting(remark -> remark.path("code").asString())
                .contains("assessment.too-few-days");
    }

    @Test
    @DisplayName("ranks cities, and says of one whose clean points are unknown; a city without data has no rank")
    void cities() {
        JsonNode ranking = ranking("scope=city&month=2021-01");
        // (35 + 70 + 140 + 35 + 35 + 70) / 6 = 64.17, rounded 64
        assertThat(ranking.at("/ranked/0/subject/id").asString()).isEqualTo("990100");
        assertThat(ranking.at("/ranked/0/statistics/pm25").asDouble()).isEqualTo(64);
        assertThat(ranking.at("/ranked/0/stations").asInt()).isEqualTo(6);
        assertThat(ranking.path("unranked"))
                .extracting(place -> place.at("/reasons/0/code").asString())
                .containsExactly("ranking.no-index", "ranking.no-index");
    }
}
