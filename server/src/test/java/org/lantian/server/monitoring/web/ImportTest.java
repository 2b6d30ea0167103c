package org.lantian.server.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.QualityFlag;
import org.lantian.server.monitoring.Observations;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LantianTest
@DisplayName("Importing over HTTP")
class ImportTest {

    private static final String HEADER = "station,time,pollutant,value";

    private final TestServer server;
    private final Observations observations;
    private final JdbcClient jdbc;
    private final Uploads uploads;

    @Autowired
    ImportTest(TestServer server, Observations observations, JdbcClient jdbc) {
        this.server = server;
        this.observations = observations;
        this.jdbc = jdbc;
        this.uploads = new Uploads(server);
    }

    /** What the imports mark is taken away by whoever computes daily values; the tests look at a copy. */
    @BeforeEach
    void copyMarkedDays() {
        jdbc.sql("CREATE TABLE IF NOT EXISTS marked_day (station_id int, city_day date)")
                .update();
        jdbc.sql("""
                CREATE OR REPLACE FUNCTION copy_marked_day() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO marked_day VALUES (new.station_id, new.city_day);
                    RETURN NULL;
                END $$""").update();
        jdbc.sql("""
                CREATE OR REPLACE TRIGGER copy_marked_day AFTER INSERT ON station_day_changed
                FOR EACH ROW EXECUTE FUNCTION copy_marked_day()""").update();
        jdbc.sql("DELETE FROM marked_day").update();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of(
                "station_day_changed", "observation_revision", "station_day", "import_rejection", "air_import")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    @Test
    @DisplayName("values arrive, with their hour in the right slot of the right city day")
    void arrives() {
        JsonNode done = uploads.upload(
                        "a.csv",
                        HEADER,
                        "2160A,2019-03-02T00:00,pm25,35",
                        "2160A,2019-03-01T01:00,pm25,30",
                        "2160A,2019-03-01T01:00,co,0.3")
                .finish();
        assertThat(done.get("state").asString()).isEqualTo("done");
        assertThat(done.get("accepted").asInt()).isEqualTo(3);
        assertThat(done.get("layout").asString()).isEqualTo("long");
        assertThat(done.get("firstHour").asString()).isEqualTo("2019-03-01T01:00");
        assertThat(done.get("lastHour").asString()).isEqualTo("2019-03-02T00:00");
        HourlySeries pm25 = pm25(LocalDate.of(2019, 3, 1));
        assertThat(pm25.value(0)).isEqualTo(30);
        assertThat(pm25.value(23)).isEqualTo(35);
        assertThat(pm25.isMissing(1)).isTrue();
        assertThat(observations.earliestHour()).contains(HourEnding.parse("2019-03-01T01:00"));
        assertThat(observations.latestHour()).contains(HourEnding.parse("2019-03-02T00:00"));
        assertThat(changedDays()).containsExactly("2019-03-01");
    }

    @Test
    @DisplayName("the same file again changes nothing and marks no day")
    void again() {
        Uploads.Upload upload =
                uploads.upload("a.csv", HEADER, "2160A,2019-03-01T01:00,pm25,30", "2160A,2019-03-01T02:00,pm25,31.5");
        upload.finish();
        jdbc.sql("DELETE FROM marked_day").update();
        JsonNode again = upload.finish();
        assertThat(again.get("accepted").asInt()).isZero();
        assertThat(again.get("revised").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(2);
        assertThat(changedDays()).isEmpty();
    }

    @Test
    @DisplayName("a corrected value replaces the old one, which stays with its file in the revision table")
    void revised() {
        uploads.upload("first.csv", HEADER, "2160A,2019-03-01T01:00,pm25,30", "2160A,2019-03-01T02:00,pm25,31")
                .finish();
        uploads.upload("second.csv", HEADER, "2160A,2019-03-01T03:00,pm25,33").finish();
        JsonNode third = uploads.upload(
                        "third.csv",
                        HEADER,
                        "2160A,2019-03-01T01:00,pm25,40",
                        "2160A,2019-03-01T03:00,pm25,43",
                        "2160A,2019-03-01T02:00,pm25,31")
                .finish();
        assertThat(third.get("revised").asInt()).isEqualTo(2);
        assertThat(third.get("unchanged").asInt()).isEqualTo(1);
        JsonNode revisions = server.getAsAdministrator("/api/v1/data/revisions?from=2019-03-01&to=2019-03-01")
                .json()
                .get("items");
        assertThat(revisions).hasSize(2);
        JsonNode newest = revisions.get(0);
        assertThat(newest.get("hour").asString()).isEqualTo("2019-03-01T03:00");
        assertThat(newest.get("oldValue").asDouble()).isEqualTo(33);
        assertThat(newest.get("newValue").asDouble()).isEqualTo(43);
        assertThat(newest.get("oldFile").asString()).isEqualTo("second.csv");
        assertThat(newest.get("newFile").asString()).isEqualTo("third.csv");
        assertThat(revisions.get(1).get("oldFile").asString()).isEqualTo("first.csv");
        assertThat(pm25(LocalDate.of(2019, 3, 1)).value(0)).isEqualTo(40);
    }

    @Test
    @DisplayName("unacceptable cells are listed and don't block the others; stations of elsewhere are skipped")
    void rejected() {
        JsonNode done = uploads.upload(
                        "a.csv",
                        HEADER,
                        "2160A,2019-03-01T01:00,pm25,30",
                        "2160A,2019-03-01T02:00,pm25,=1+1",
                        "2160A,2019-03-01T01:00,pm25,31",
                        "9999A,2019-03-01T01:00,pm25,30")
                .finish();
        assertThat(done.get("accepted").asInt()).isEqualTo(1);
        assertThat(done.get("rejected").asInt()).isEqualTo(2);
        assertThat(done.get("skipped").asInt()).isEqualTo(1);
        assertThat(done.get("skippedStations").get("9999A").asInt()).isEqualTo(1);
        String csv = server.getAsAdministrator(done.get("rejectedFile").asString(), "Accept-Language", "en")
                .text();
        assertThat(csv.lines())
                .containsExactly(
                        "\uFEFFfile,row,field,value,code,expected",
                        "a.csv,3,value,'=1+1,import.not-a-number,\"a number within -10–10000 µg/m³ (PM2.5), or nothing"
                                + " when missing\"",
                        "a.csv,4,PM2.5,31.0,import.duplicate-hour,\"one value for each station, hour and quantity; 2160A"
                                + " 2019-03-01T01:00 PM2.5 was 30.0 before\"");
    }

    @Test
    @DisplayName("strict: one unacceptable cell and nothing is stored; the list is there all the same")
    void strict() {
        JsonNode failed = uploads.upload(
                        "a.csv", HEADER, "2160A,2019-03-01T01:00,pm25,30", "2160A,2019-03-01T02:00,pm25,x")
                .strict()
                .finish();
        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("code").asString()).isEqualTo("import.strict");
        assertThat(failed.get("rejected").asInt()).isEqualTo(1);
        assertThat(server.getAsAdministrator(failed.get("rejectedFile").asString())
                        .text())
                .contains("a.csv,3,value,x");
        assertNothingStored();
    }

    @Test
    @DisplayName("a dry run says what would happen and stores nothing")
    void dryRun() {
        uploads.upload("a.csv", HEADER, "2160A,2019-03-01T01:00,pm25,30", "2160A,2019-03-01T02:00,pm25,31")
                .finish();
        JsonNode dry = uploads.upload(
                        "b.csv",
                        HEADER,
                        "2160A,2019-03-01T01:00,pm25,30",
                        "2160A,2019-03-01T02:00,pm25,99",
                        "2160A,2019-03-01T03:00,pm25,32")
                .dryRun()
                .finish();
        assertThat(dry.get("state").asString()).isEqualTo("done");
        assertThat(List.of(
                        dry.get("accepted").asInt(),
                        dry.get("revised").asInt(),
                        dry.get("unchanged").asInt()))
                .containsExactly(1, 1, 1);
        HourlySeries pm25 = pm25(LocalDate.of(2019, 3, 1));
        assertThat(pm25.value(1)).isEqualTo(31);
        assertThat(pm25.isMissing(2)).isTrue();
        assertThat(server.getAsAdministrator("/api/v1/data/revisions?from=2019-03-01&to=2019-03-01")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "doubtful values are kept as they are and flagged; a later file can change the flags of the day before")
    void flags() {
        StringBuilder first = new StringBuilder(HEADER).append('\n');
        for (int hour = 20; hour <= 23; hour++) {
            first.append("2160A,2019-03-01T").append(hour).append(":00,pm10,80\n");
        }
        first.append("2160A,2019-03-01T10:00,pm25,-3\n2160A,2019-03-01T12:00,co,80\n");
        uploads.upload("a.csv", first.toString()).finish();
        assertThat(flagged(Pollutant.PM25, 9, QualityFlag.NEGATIVE)).isTrue();
        assertThat(flagged(Pollutant.CO, 11, QualityFlag.OUT_OF_RANGE)).isTrue();
        assertThat(flagged(Pollutant.PM10, 19, QualityFlag.STUCK)).isFalse();
        jdbc.sql("DELETE FROM marked_day").update();

        StringBuilder second = new StringBuilder(HEADER).append('\n');
        for (int hour = 0; hour <= 3; hour++) {
            second.append("2160A,2019-03-02T0").append(hour).append(":00,pm10,80\n");
        }
        JsonNode done = uploads.upload("b.csv", second.toString()).finish();
        assertThat(done.get("flagged").asInt()).isEqualTo(4);
        assertThat(flagged(Pollutant.PM10, 19, QualityFlag.STUCK)).isTrue();
        assertThat(pm25(LocalDate.of(2019, 3, 1)).value(9)).isEqualTo(-3);
        assertThat(changedDays()).containsExactly("2019-03-01", "2019-03-02");

        JsonNode list = server.getAsAdministrator("/api/v1/data/flags?from=2019-03-01&to=2019-03-02&station=2160A")
                .json();
        assertThat(list.get("items")).hasSize(10);
        assertThat(list.get("next").isNull()).isTrue();
        JsonNode board = server.getAsAdministrator("/api/v1/data/board?from=2019-03-01&to=2019-03-02")
                .json();
        assertThat(board.get("step").asString()).isEqualTo("day");
        JsonNode line = board.get("stations").get(0);
        assertThat(line.get("code").asString()).isEqualTo("2160A");
        assertThat(line.get("cells").get(0).get("values").get("pm10").asInt()).isEqualTo(5);
        assertThat(line.get("cells").get(0).get("flagged").asInt()).isEqualTo(7);
    }

    @Test
    @DisplayName("a file with nothing that can be kept fails and says so")
    void nothingAcceptable() {
        JsonNode failed = uploads.upload("a.csv", HEADER, "9999A,2019-03-01T01:00,pm25,30")
                .finish();
        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("code").asString()).isEqualTo("import.nothing-acceptable");
        assertThat(failed.get("skipped").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("a broken file fails with its reason in the language asked for, and stores nothing")
    void brokenFile() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int day = 1; day <= 28; day++) {
            text.append(String.format("2160A,2019-02-%02dT01:00,pm25,%d%n", day, day));
        }
        text.append("2160A,2019-02-03T24:00,pm25,1\n2160A,2019-02-03T00:00,pm25,1\n");
        JsonNode failed = uploads.upload("a.csv", text.toString()).finish();
        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("code").asString()).isEqualTo("import.mixed-midnight");
        assertThat(failed.get("message").asString()).contains("one way to print midnight");
        assertThat(server.getAsAdministrator(
                                "/api/v1/imports/" + failed.get("id").asInt())
                        .json()
                        .get("message")
                        .asString())
                .contains("午夜只用一种写法");
        assertNothingStored();
    }

    @Test
    @DisplayName("a table with a column per parameter comes with its mapping; a wrong mapping is refused at once")
    void mapping() {
        String[] table = {"t,CO,wind", "2019-03-01 01:00,300,NNW"};
        JsonNode done = uploads.upload("a.csv", table)
                .mapping("column,as,unit\nt,time ending,\nCO,co,ug/m3\nwind,wd,compass\n,station,2160A\n")
                .finish();
        assertThat(done.get("accepted").asInt()).isEqualTo(2);
        assertThat(done.get("mapping").asString()).isEqualTo("mapping.csv");
        var refused = uploads.upload("a.csv", table)
                .mapping("column,as,unit\nt,time ending,\nCO,co,ppm\n")
                .post();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("mapping.unit");
    }

    @Test
    @DisplayName("who may not change anything may not import; who is nobody may watch")
    void access() {
        var refused = server.send(
                "POST",
                "/api/v1/imports",
                java.net.http.HttpRequest.BodyPublishers.ofString("x"),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(refused.status()).isIn(401, 403);
        assertThat(server.getAsAdministrator("/api/v1/imports").status()).isEqualTo(200);
        assertThat(server.getAsAdministrator("/api/v1/imports/123456").status()).isEqualTo(404);
        assertThat(server.getAsAdministrator("/api/v1/imports/123456")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("not-found");
    }

    @Test
    @DisplayName("an import is one event of the audit with file hash, counts and range; a dry run and a failed one too")
    void audited() {
        long before = events();
        long tried = events("import.tried");
        uploads.upload("a.csv", HEADER, "2160A,2019-03-01T01:00,pm25,30")
                .dryRun()
                .finish();
        assertThat(events("import.tried")).isEqualTo(tried + 1);
        JsonNode done = uploads.upload("a.csv", HEADER, "2160A,2019-03-01T01:00,pm25,30")
                .finish();
        assertThat(events()).isEqualTo(before + 2);
        JsonNode event = new JsonMapper()
                .readTree(jdbc.sql("""
                        SELECT after FROM audit_event
                         WHERE action = 'import.done' AND entity_type = 'import' AND entity_id = ?
                           AND actor = 'command-line' AND address = '127.0.0.1'""")
                        .param(done.get("id").asString())
                        .query(String.class)
                        .single());
        assertThat(event.get("sha256").asString())
                .isEqualTo(done.get("sha256").asString())
                .isEqualTo(sha256(HEADER + "\n2160A,2019-03-01T01:00,pm25,30\n"));
        assertThat(event.get("accepted").asInt()).isEqualTo(1);
        assertThat(event.get("firstHour").asString()).isEqualTo("2019-03-01T01:00");
        assertThat(event.get("lastHour").asString()).isEqualTo("2019-03-01T01:00");
        uploads.upload("a.csv", HEADER, "9999A,2019-03-01T01:00,pm25,30").finish();
        assertThat(events()).as("a failed one too").isEqualTo(before + 3);
        assertThat(events("import.failed")).isPositive();
    }

    private long events(String action) {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE entity_type = 'import' AND action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE entity_type = 'import'")
                .query(Long.class)
                .single();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HourlySeries pm25(LocalDate day) {
        return series(Pollutant.PM25, day);
    }

    private HourlySeries series(Pollutant pollutant, LocalDate day) {
        HourlySeries series = observations
                .read(List.of("2160A"), List.of(pollutant), day, day)
                .getFirst()
                .series()
                .get(pollutant);
        assertThat(series).isNotNull();
        return java.util.Objects.requireNonNull(series);
    }

    private boolean flagged(Pollutant pollutant, int index, QualityFlag flag) {
        return flag.isIn(series(pollutant, LocalDate.of(2019, 3, 1)).flags(index));
    }

    private List<String> changedDays() {
        return jdbc.sql("SELECT DISTINCT city_day::text FROM marked_day ORDER BY 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void assertNothingStored() {
        assertThat(jdbc.sql("SELECT count(*) FROM station_day")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
