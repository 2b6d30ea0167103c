package org.lantian.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.assessment.AirData.Day;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("Daily values")
class DailyUpkeepTest {

    private static final LocalDate DAY = LocalDate.of(2020, 2, 29);

    private final TestServer server;
    private final AirData data;
    private final JdbcTemplate jdbc;
    private final PendingDays pending;
    private final Jobs jobs;

    @Autowired
    DailyUpkeepTest(TestServer server, ApplicationContext context, JdbcTemplate jdbc, PendingDays pending, Jobs jobs) {
        this.jobs = jobs;
        this.server = server;
        this.data = new AirData(context);
        this.jdbc = jdbc;
        this.pending = pending;
    }

    private JsonNode cityDay(LocalDate day) {
        return server.get("/api/v1/air/days?subject=city:140500&from=" + day + "&to=" + day)
                .json()
                .path("days")
                .get(0);
    }

    @Test
    @DisplayName("of station and city follow a corrected hour")
    void corrected() {
        for (String station : new String[] {"2160A", "2161A", "2162A", "2163A", "2164A"}) {
            data.put(station, DAY, Day.withPm25(50));
        }
        data.computed();
        assertThat(cityDay(DAY).at("/values/pm25").asDouble()).isEqualTo(50);

        data.put("2160A", DAY, Day.withPm25(100)).computed();

        assertThat(cityDay(DAY).at("/values/pm25").asDouble()).isEqualTo(60);
        assertThat(server.get("/api/v1/air/days?subject=station:2160A&from=2020-02-29&to=2020-02-29")
                        .json()
                        .at("/days/0/values/pm25")
                        .asDouble())
                .isEqualTo(100);
    }

    @Test
    @DisplayName("are gone when a day loses its hours")
    void emptied() {
        LocalDate day = DAY.plusDays(1);
        data.put("2160A", day, Day.withPm25(50)).computed();
        assertThat(cityDay(day).at("/raw/pm25").asDouble()).isEqualTo(50);

        jdbc.update("DELETE FROM station_day WHERE city_day = ?", day);
        jdbc.update(
                "INSERT INTO station_day_changed (station_id, city_day) SELECT id, ? FROM station WHERE code = '2160A'",
                day);
        data.computed();

        assertThat(cityDay(day).at("/raw/pm25").isNull()).isTrue();
        Integer rows = jdbc.queryForObject("SELECT count(*) FROM air_day WHERE city_day = ?", Integer.class, day);
        assertThat(rows).isZero();
    }

    @Test
    @DisplayName("are computed again from all hours when rules or pack are not those they were computed by")
    void other_basis() {
        LocalDate day = DAY.plusDays(2);
        data.put("2160A", day, Day.withPm25(50)).computed();
        jdbc.update("UPDATE air_day SET pm25 = 999");
        jdbc.update("UPDATE air_day_basis SET basis = 'older'");

        data.computed(); // nothing is marked: this only wakes the upkeep up
        awaitBasis();

        assertThat(cityDay(day).at("/raw/pm25").asDouble()).isEqualTo(50);
    }

    @Test
    @DisplayName("are computed by a job when they are very many, and nothing is left afterwards")
    void veryMany() throws InterruptedException {
        data.computed();
        // an upkeep that is just ending its last round takes them along without a job: then once more
        for (int attempt = 0; attempt < 5 && stationDaysByJob().isEmpty(); attempt++) {
            jdbc.update("""
                    INSERT INTO station_day_changed (station_id, city_day)
                    SELECT s.id, date '2001-01-01' + d
                      FROM (SELECT id FROM station WHERE code = '2160A') s, generate_series(0, 8500) d""");
            data.computed();
            for (int i = 0; jobs.listOpen("air-days").size() > 0; i++) {
                assertThat(i).as("waits for the end of the job").isLessThan(1000);
                Thread.sleep(10);
            }
        }
        assertThat(stationDaysByJob()).containsExactly("8501");
        assertThat(pending.count()).isZero();
    }

    private List<@Nullable String> stationDaysByJob() {
        return jdbc.queryForList(
                "SELECT result ->> 'stationDays' FROM job WHERE kind = 'air-days' AND state = 'done'", String.class);
    }

    private void awaitBasis() {
        for (int i = 0; i < 300; i++) {
            String basis = jdbc.queryForObject("SELECT basis FROM air_day_basis", String.class);
            if (!"older".equals(basis) && pending.count() == 0) {
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("daily values were not computed again");
    }

    @Test
    @DisplayName("are said to be incomplete while station-days wait to be computed")
    void waiting() {
        LocalDate day = DAY.plusDays(3);
        jdbc.execute((Connection connection) -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // another computation has its turn, so ours has to wait
                statement.execute("SELECT pg_advisory_xact_lock(hashtext('air_day'))");
                data.put("2160A", day, Day.withPm25(50));
                JsonNode computing = server.get("/api/v1/air/extent").json().path("computing");
                assertThat(computing.path("active").asBoolean()).isTrue();
                assertThat(computing.path("pendingStationDays").asLong()).isEqualTo(1);
                assertThat(cityDay(day).at("/raw/pm25").isNull()).isTrue();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return null;
        });
        data.computed();
        assertThat(server.get("/api/v1/air/extent")
                        .json()
                        .at("/computing/active")
                        .asBoolean())
                .isFalse();
    }
}
