package org.lantian.server.city.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.city.CityPackReader;
import org.lantian.server.city.Station;
import org.lantian.server.testing.LantianTest;
import org.lantian.testing.GeneratedPack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("Loading a city pack into the database")
class PackLoaderTest {

    private final PackLoader loader;
    private final JdbcClient jdbc;

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    PackLoaderTest(PackLoader loader, JdbcClient jdbc) {
        this.loader = loader;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void writePack() {
        GeneratedPack.write(folder, new GeneratedPack.Plan(3, 3, 2, 1));
    }

    private List<Station> load() {
        return loader.load(CityPackReader.load(folder));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private static Station find(List<Station> stations, String code) {
        return stations.stream()
                .filter(station -> station.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    @Test
    @DisplayName("twice changes nothing, not even the audit")
    void isIdempotent() {
        List<Station> first = load();
        int lines = count("SELECT count(*) FROM audit_event");

        assertThat(load()).isEqualTo(first);
        assertThat(count("SELECT count(*) FROM audit_event")).isEqualTo(lines);
    }

    @Test
    @DisplayName("updates what changed and keeps the key of each station")
    void updates() throws IOException {
        int id = find(load(), "T00101").id();

        change("stations.csv", "站T00101", "新名");
        Station changed = find(load(), "T00101");

        assertThat(changed.id()).isEqualTo(id);
        assertThat(changed.name().zh()).isEqualTo("新名");
    }

    @Test
    @DisplayName("ends a station that disappears, and takes it back when it returns")
    void endsAndReturns() throws IOException {
        int id = find(load(), "T00201").id();
        String before = Files.readString(folder.resolve("stations.csv"));
        Files.writeString(
                folder.resolve("stations.csv"),
                before.lines().filter(line -> !line.startsWith("T00201,")).reduce("", (a, b) -> a + b + "\n"));

        Station ended = find(load(), "T00201");
        assertThat(ended.current()).isFalse();
        assertThat(ended.id()).isEqualTo(id);
        assertThat(ended.name().zh()).isEqualTo("站T00201");

        Files.writeString(folder.resolve("stations.csv"), before);
        assertThat(find(load(), "T00201").current()).isTrue();
        assertThat(find(load(), "T00201").id()).isEqualTo(id);
    }

    @Test
    @DisplayName("keeps the periods of a station that was moved")
    void moved() throws IOException {
        change(
                "stations.csv",
                "T00301,站T00301",
                "T00301,旧址,Old place,102.5,30.5,990103,no,,2019-06-30,generated for a test,example\nT00301,站T00301");
        change(
                "stations.csv",
                "990103,no,,,generated for a test,example\nT00302",
                "990103,no,2019-07-01,,generated for a test,example\nT00302");

        Station station = find(load(), "T00301");

        assertThat(station.history()).hasSize(2);
        assertThat(station.name().zh()).isEqualTo("站T00301");
        assertThat(station.findPeriod(LocalDate.of(2019, 6, 30))
                        .orElseThrow()
                        .name()
                        .zh())
                .isEqualTo("旧址");
    }

    @Test
    @DisplayName("takes a changed target off the record and puts the new one on it")
    void targets() throws IOException {
        load();
        change("targets.csv", "2019,990100,pm25,annual-mean,52", "2019,990100,pm25,annual-mean,48");
        load();

        assertThat(jdbc.sql("SELECT value FROM target WHERE scope = '990100' AND recorded_to IS NULL AND year = 2019")
                        .query(Integer.class)
                        .list())
                .containsExactly(48);
        assertThat(jdbc.sql("SELECT value FROM target WHERE scope = '990100' AND recorded_to IS NOT NULL")
                        .query(Integer.class)
                        .list())
                .contains(52);
    }

    @Test
    @DisplayName("does nothing at all when a part of it fails")
    void isAtomic() throws IOException {
        load();
        String hash = jdbc.sql("SELECT hash FROM city_pack").query(String.class).single();
        change("areas.csv", "甲1县", "乙1县");
        jdbc.sql("ALTER TABLE target ADD CONSTRAINT full_disk CHECK (false) NOT VALID")
                .update();
        change("targets.csv", "annual-mean,52", "annual-mean,41");
        try {
            assertThatThrownBy(this::load).hasMessageContaining("full_disk");
        } finally {
            jdbc.sql("ALTER TABLE target DROP CONSTRAINT full_disk").update();
        }

        assertThat(jdbc.sql("SELECT hash FROM city_pack").query(String.class).single())
                .isEqualTo(hash);
        assertThat(count("SELECT count(*) FROM area WHERE name_zh = '乙1县'")).isZero();
    }
}
