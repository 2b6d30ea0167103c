package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.dispersion.preprocessing.SurfaceTableReader.Clock;
import org.lantian.dispersion.preprocessing.SurfaceTableReader.Label;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.DomainException;

@DisplayName("A table of surface observations")
class SurfaceTableReaderTest {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    @TempDir
    private Path folder = Path.of("");

    private static SurfaceReading parse(String... lines) {
        return SurfaceTableReader.parse("s.csv", List.of(lines), Clock.local(BEIJING, Label.END));
    }

    private static String said(DomainException e) {
        return e.error().message().in(Locale.ENGLISH);
    }

    private static DomainException refusal(String... lines) {
        try {
            parse(lines);
        } catch (DomainException e) {
            return e;
        }
        throw new AssertionError("was not refused");
    }

    @Test
    @DisplayName("converts each unit that its column names")
    void converts() {
        SurfaceObservation hour = parse(
                        "time,ws_kmh,wd_deg,temp_k,cloud_oktas,pressure_pa,rh_pct,precip_mm,radiation_mjm2",
                        "2024-01-01T08:00,36,90,280,4,90000,55,1.5,1.8")
                .observations()
                .getFirst();
        assertThat(hour.windSpeed()).isCloseTo(10, within(1e-9));
        assertThat(hour.windDirection()).isEqualTo(90);
        assertThat(hour.kelvin()).isEqualTo(280);
        assertThat(hour.cloud()).isEqualTo(0.5);
        assertThat(hour.pressureHpa()).isCloseTo(900, within(1e-9));
        assertThat(hour.humidity()).isEqualTo(55);
        assertThat(hour.precipitation()).isEqualTo(1.5);
        assertThat(hour.globalRadiation()).isCloseTo(500, within(1e-9));
    }

    @ParameterizedTest(name = "{0} → {1} hour {2}")
    @CsvSource({
        "2024-02-29T08:00, 2024-02-29, 8",
        "2024-02-29 24:00, 2024-02-29, 24",
        "2024/3/1 0:00, 2024-02-29, 24",
        "2024030100, 2024-02-29, 24",
        "2024-01-01T00:00:00.000, 2023-12-31, 24",
        "2024-01-01T00:00Z, 2024-01-01, 8",
        "2024-01-01 08:00 +08:00, 2024-01-01, 8"
    })
    @DisplayName("names an hour by its end, through leap days and turns of the year")
    void namesHours(String text, LocalDate date, int hour) {
        assertThat(parse("time,ws_ms,wd_deg,temp_c", text + ",1,1,1")
                        .observations()
                        .getFirst()
                        .stamp())
                .isEqualTo(HourStamp.of(date, hour));
    }

    @Test
    @DisplayName("takes points of the compass")
    void takesCompass() {
        SurfaceReading reading = parse(
                "time,ws_ms,wd_compass,temp_c",
                "2024-01-01T01:00,1,N,1",
                "2024-01-01T02:00,1,nne,1",
                "2024-01-01T03:00,1,WSW,1",
                "2024-01-01T04:00,1,NA,1",
                "2024-01-01T05:00,1,up,1");
        assertThat(reading.observations())
                .extracting(SurfaceObservation::windDirection)
                .containsExactly(360.0, 22.5, 247.5, Double.NaN, Double.NaN);
        assertThat(reading.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.row()).isEqualTo(6));
    }

    @Test
    @DisplayName("moves hours that are labelled by their start")
    void movesStartLabels() {
        SurfaceReading reading = SurfaceTableReader.parse(
                "s.csv",
                List.of("time,ws_ms,wd_deg,temp_c", "2024-12-31T23:00,1,1,1"),
                Clock.local(BEIJING, Label.START));
        assertThat(reading.observations().getFirst().stamp()).isEqualTo(HourStamp.of(LocalDate.of(2024, 12, 31), 24));
    }

    @Test
    @DisplayName("moves times in UTC to the local standard time")
    void movesUtc() {
        SurfaceReading reading = SurfaceTableReader.parse(
                "s.csv",
                List.of("time,ws_ms,wd_deg,temp_c", "2023123116,1,1,1"),
                new Clock(ZoneOffset.UTC, BEIJING, Label.END));
        assertThat(reading.observations().getFirst().stamp()).isEqualTo(HourStamp.of(LocalDate.of(2023, 12, 31), 24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T08:00",
                "24-01-01T08:00",
                "2024-01-01T08:20",
                "2024-01-01T02:00+02:30",
                "2024-13-01T08:00",
                "noon",
                ""
            })
    @DisplayName("names row and value of a time that is none")
    void refusesTimes(String time) {
        SurfaceReading reading = parse("time,ws_ms,wd_deg,temp_c", "2024-01-01T01:00,1,1,1", time + ",1,1,1");
        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.field()).isEqualTo("time");
            assertThat(fault.value()).isEqualTo(time);
        });
        assertThat(reading.observations()).hasSize(1);
    }

    @Test
    @DisplayName("takes tabs, DOS line ends, a BOM, blank lines and GB 18030")
    void takesOddFiles() throws IOException {
        Path tabs = folder.resolve("tabs.csv");
        Files.writeString(
                tabs,
                "\uFEFFtime\tws_ms\twd_deg\ttemp_c\r\n\r\n2024-01-01 08:00\t2.0\t180\t-3.5\r\n",
                StandardCharsets.UTF_8);
        SurfaceReading reading = SurfaceTableReader.read(tabs, Clock.local(BEIJING, Label.END));
        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.observations().getFirst().kelvin()).isCloseTo(269.65, within(1e-9));

        Path gbk = folder.resolve("gbk.csv");
        Files.write(
                gbk, "time,ws_ms,wd_deg,temp_c,天气\n2024-01-01 08:00,2,180,1,晴\n".getBytes(Charset.forName("GB18030")));
        assertThat(SurfaceTableReader.read(gbk, Clock.local(BEIJING, Label.END)).ignoredColumns())
                .containsExactly("天气");
    }

    @Test
    @DisplayName("knows empty cells and the archives' codes as missing, and a trace of rain as none")
    void knowsMissing() {
        SurfaceObservation hour = parse(
                        "time,ws_ms,wd_deg,temp_c,cloud_pct,pressure_hpa,rh_pct,precip_mm",
                        "2024-01-01T08:00,999999,999017,32766,,///,NA,32700")
                .observations()
                .getFirst();
        for (Element element : Element.values()) {
            assertThat(hour.has(element)).as(element.code()).isEqualTo(element == Element.PRECIPITATION);
        }
        assertThat(hour.precipitation()).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "temp_c, 288.15",
        "temp_k, 15",
        "pressure_hpa, 94100",
        "pressure_pa, 941",
        "cloud_tenths, 60",
        "cloud_oktas, 10",
        "rh_pct, 101",
        "ws_ms, -1",
        "ws_ms, fast",
        "ws_ms, 5f",
        "ws_ms, 'Infinity'",
        "wd_deg, 361",
        "precip_mm, -0.1",
        "radiation_wm2, 2000"
    })
    @DisplayName("names row, field, value and range of a value that cannot be in that unit")
    void namesWrongUnits(String column, String value) {
        String others = column.equals("ws_ms") || column.equals("wd_deg") || column.startsWith("temp")
                ? "time,ws_ms,wd_deg,temp_c"
                : "time,ws_ms,wd_deg,temp_c," + column;
        String header = column.equals("temp_k") ? others.replace("temp_c", "temp_k") : others;
        List<String> names = List.of(header.split(",", -1));
        String row = String.join(
                ",",
                names.stream()
                        .map(name -> name.equals(column)
                                ? value
                                : name.equals("time") ? "2024-01-01T08:00" : name.equals("temp_k") ? "280" : "1")
                        .toList());
        SurfaceReading reading = parse(header, row);
        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(2);
            assertThat(fault.field()).isEqualTo(column);
            assertThat(fault.value()).isEqualTo(value);
            assertThat(fault.message().zh()).contains("单位");
        });
        assertThat(reading.observations()
                        .getFirst()
                        .has(SurfaceColumn.find(column).orElseThrow().element()))
                .isFalse();
    }

    @Test
    @DisplayName("refuses a column whose unit it does not know, and says which it knows")
    void refusesUnknownUnits() {
        assertThat(said(refusal("time,ws_ms,wd_deg,temp_f", "2024-01-01T08:00,1,1,1")))
                .contains("temp_f", "temp_c", "temp_k");
        assertThat(said(refusal("time,ws,wd_deg,temp_c", "2024-01-01T08:00,1,1,1")))
                .contains("ws_ms");
    }

    @Test
    @DisplayName("refuses a missing column, a column that comes twice, and an element in two units")
    void refusesColumns() {
        assertThat(said(refusal("time,ws_ms,temp_c", "2024-01-01T08:00,1,1"))).contains("wd_deg");
        assertThat(said(refusal("ws_ms,wd_deg,temp_c", "1,1,1"))).contains("time");
        assertThat(said(refusal("time,ws_ms,ws_ms,wd_deg,temp_c", "2024-01-01T08:00,1,1,1,1")))
                .contains("ws_ms");
        assertThat(said(refusal("time,ws_ms,ws_kn,wd_deg,temp_c", "2024-01-01T08:00,1,1,1,1")))
                .contains("ws_kn");
    }

    @Test
    @DisplayName("refuses a row of another length, and an empty table")
    void refusesShape() {
        assertThat(said(refusal("time,ws_ms,wd_deg,temp_c", "2024-01-01T08:00,1,1")))
                .contains("row 2", "4 cells");
        assertThat(said(refusal(""))).contains("header");
        assertThat(said(refusal("time,ws_ms,wd_deg,temp_c"))).contains("at least one hour");
        assertThatThrownBy(() -> SurfaceTableReader.read(folder.resolve("no.csv"), Clock.local(BEIJING, Label.END)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("no.csv");
    }

    @Test
    @DisplayName("refuses a mistyped year instead of making centuries of missing hours")
    void refusesCenturies() {
        assertThat(said(refusal("time,ws_ms,wd_deg,temp_c", "2024-01-01T08:00,1,1,1", "2124-01-01T09:00,1,1,1")))
                .contains("row 3", "2124", "30 years");
    }

    @Test
    @DisplayName("sorts hours out of order and says so")
    void sorts() {
        SurfaceReading reading = parse("time,ws_ms,wd_deg,temp_c", "2024-01-01T09:00,2,1,1", "2024-01-01T08:00,1,1,1");
        assertThat(reading.observations())
                .extracting(SurfaceObservation::windSpeed)
                .containsExactly(1.0, 2.0);
        assertThat(reading.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.en()).contains("sorted"));
    }

    @Test
    @DisplayName("takes a repeated row once, and refuses the same hour with other values as summer time would give")
    void refusesSummerTime() {
        SurfaceReading reading = parse("time,ws_ms,wd_deg,temp_c", "2024-10-27T02:00,1,,1", "2024-10-27T02:00,1,,1");
        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.notes()).hasSize(1);
        assertThat(said(refusal("time,ws_ms,wd_deg,temp_c", "2024-10-27T02:00,1,1,1", "2024-10-27T02:00,2,1,1")))
                .contains("row 3", "row 2", "summer time");
    }
}
