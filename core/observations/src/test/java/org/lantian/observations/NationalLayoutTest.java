package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.quantities.DomainException;

@DisplayName("The national wide layout")
class NationalLayoutTest {

    @TempDir
    Path folder = Path.of("");

    private Samples samples = new Samples(folder);

    @BeforeEach
    void prepare() {
        samples = new Samples(folder);
    }

    @Test
    @DisplayName(
            "hour 0 is the end of the last hour of the day before; blank is missing; derived rows are counted, not read")
    void reads() {
        Collected read = Collected.of(samples.text(
                "a.csv",
                "date,hour,type,1001A,1002A",
                "20190102,0,PM2.5,12,",
                "20190102,0,PM2.5_24h,40,41",
                "20190102,1,CO,0.3,1.1",
                "20190102,1,AQI,,50"));
        assertThat(read.printed())
                .containsExactly(
                        "1001A 2019-01-02T00:00 PM2.5 12.0",
                        "1001A 2019-01-02T01:00 CO 0.3",
                        "1002A 2019-01-02T01:00 CO 1.1");
        assertThat(read.summary().skippedQuantities()).isEqualTo(Map.of("PM2.5_24h", 2L, "AQI", 1L));
        assertThat(read.summary().rows()).isEqualTo(4);
        assertThat(read.rejected).isEmpty();
    }

    @Test
    @DisplayName("the caller may ask for the published figures")
    void publishedFigures() {
        Collected read = Collected.of(
                samples.text("a.csv", "date,hour,type,1001A", "20190102,1,AQI,77", "20190102,1,O3_8h_24h,60"),
                EnumSet.of(Quantity.AQI));
        assertThat(read.printed()).containsExactly("1001A 2019-01-02T01:00 AQI 77.0");
    }

    @Test
    @DisplayName("columns of stations nobody asked for are skipped and counted by station")
    void unknownStations() {
        Path file = samples.text("a.csv", "date,hour,type,1001A,9999A", "20190102,1,O3,7,8", "20190102,2,O3,7,");
        Collected read = Collected.of(
                file, ReadOptions.of(Quantity.six(), Collected.LATEST).withStations("1001A"::equals));
        assertThat(read.stations).containsExactly("1001A");
        assertThat(read.summary().accepted()).isEqualTo(2);
        assertThat(read.summary().skippedStations()).isEqualTo(Map.of("9999A", 1L));
    }

    @Test
    @DisplayName("the city variant has names of cities as columns, in UTF-8 or GBK, with BOM or without")
    void cities() {
        String[] lines = {"date,hour,type,晋城,北京", "20190102,1,O3,7,8"};
        Path utf8 = samples.text("utf8.csv", lines);
        Path bom = samples.text("bom.csv", "\uFEFF" + lines[0], lines[1]);
        Path gbk = samples.text("gbk.csv", java.nio.charset.Charset.forName("GBK"), lines);
        for (Path file : new Path[] {utf8, bom, gbk}) {
            assertThat(Collected.of(file).stations).containsExactly("晋城", "北京");
        }
        assertThat(Collected.of(gbk).summary().file().encoding()).isEqualTo("GB18030");
    }

    @Test
    @DisplayName("a text, an absurd and an infinite value are rejected with row, field, value and what was expected")
    void badValues() {
        Collected read = Collected.of(samples.text(
                "a.csv",
                "date,hour,type,1001A,1002A,1003A,1004A,1005A",
                "20190102,1,PM2.5,bad,99999,-999,NaN,8",
                "20190102,1,PM10,1e99,0x12,12f,+Infinity,35H"));
        assertThat(read.printed()).containsExactly("1005A 2019-01-02T01:00 PM2.5 8.0");
        assertThat(read.rejectedCodes())
                .containsExactly(
                        "import.not-a-number",
                        "import.out-of-bounds",
                        "import.out-of-bounds",
                        "import.not-a-number",
                        "import.not-a-number",
                        "import.not-a-number",
                        "import.not-a-number",
                        "import.not-a-number");
        assertThat(read.rejected.getFirst().message().en())
                .isEqualTo("a.csv, row 2, field 1001A: \"bad\", expected a number within -10–10000 µg/m³ (PM2.5), or"
                        + " nothing when missing");
        assertThat(read.rejected.get(1).message().zh())
                .isEqualTo("a.csv，第 2 行，字段 1002A：“99999”，应为介于 -10 与 10000 µg/m³ 之间的数（PM2.5），缺测请留空");
        assertThat(read.summary().rejected()).isEqualTo(8);
    }

    @Test
    @DisplayName("a small negative value is a measurement near zero and is kept as it is")
    void negative() {
        Collected read = Collected.of(samples.text("a.csv", "date,hour,type,1001A", "20190102,1,SO2,-2"));
        assertThat(read.printed()).containsExactly("1001A 2019-01-02T01:00 SO2 -2.0");
    }

    @Test
    @DisplayName("NA, a dash and the like mean missing")
    void missingMarkers() {
        Collected read = Collected.of(samples.text("a.csv", "date,hour,type,a,b,c,d", "20190102,1,SO2,NA,-,—,null"));
        assertThat(read.values).isEmpty();
        assertThat(read.rejected).isEmpty();
    }

    @Test
    @DisplayName("a bad date, a bad hour, a future hour and an unknown type reject the row and all its values")
    void badRows() {
        Collected read = Collected.of(samples.text(
                "a.csv",
                "date,hour,type,1001A,1002A",
                "20190230,1,SO2,1,2",
                "20190228,25,SO2,1,",
                "20990101,1,SO2,1,2",
                "20190228,1,PM3,1,2",
                "tomorrow,1,SO2,1,2",
                "20190228,3,SO2,1,2"));
        assertThat(read.rejectedCodes())
                .containsExactly(
                        "import.bad-date",
                        "import.bad-hour",
                        "import.future",
                        "import.unknown-type",
                        "import.bad-date");
        assertThat(read.summary().rejected()).isEqualTo(9);
        assertThat(read.summary().accepted()).isEqualTo(2);
    }

    @Test
    @DisplayName("a row cut short is rejected: its last value may be cut too")
    void shortRow() {
        Collected read = Collected.of(samples.text("a.csv", "date,hour,type,1001A,1002A", "20190102,1,SO2,12"));
        assertThat(read.rejectedCodes()).containsExactly("import.row-width");
        assertThat(read.values).isEmpty();
    }

    @Test
    @DisplayName("empty cells beyond the header do no harm, a value there does")
    void longRow() {
        Collected read = Collected.of(
                samples.text("a.csv", "date,hour,type,1001A", "20190102,1,SO2,1,,", "20190102,2,SO2,1,,9"));
        assertThat(read.printed()).containsExactly("1001A 2019-01-02T01:00 SO2 1.0");
        assertThat(read.rejectedCodes()).containsExactly("import.row-width");
    }

    @Test
    @DisplayName("24:00 is 00:00 of the next day")
    void hour24() {
        Collected read =
                Collected.of(samples.text("a.csv", "date,hour,type,1001A", "20190101,23,SO2,1", "20190101,24,SO2,2"));
        assertThat(read.printed()).containsExactly("1001A 2019-01-01T23:00 SO2 1.0", "1001A 2019-01-02T00:00 SO2 2.0");
        assertThat(read.summary().uses24()).isTrue();
    }

    @Test
    @DisplayName("a file that prints both 0 and 24 is refused as a whole")
    void mixedMidnight() {
        Path file = samples.text("a.csv", "date,hour,type,1001A", "20190101,24,SO2,1", "20190103,0,SO2,2");
        assertThatThrownBy(() -> Collected.of(file))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("import.mixed-midnight")
                .hasMessageContaining("row 3");
    }

    @Test
    @DisplayName("a station with two columns is refused")
    void duplicateColumn() {
        Path file = samples.text("a.csv", "date,hour,type,1001A,1001A", "20190101,1,SO2,1,2");
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.duplicate-column");
    }

    @Test
    @DisplayName("Windows line ends, quotes, tabs and semicolons are understood")
    void dialects() {
        Path windows = samples.bytes(
                "w.csv",
                "date,hour,type,1001A\r\n\"20190101\",\"1\",\"SO2\",\"7\"\r\n\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path tabs = samples.text("t.csv", "date\thour\ttype\t1001A", "20190101\t1\tSO2\t7");
        Path semicolons = samples.text("s.csv", "date;hour;type;1001A", "2019-01-01;1;SO2; 7 ");
        for (Path file : new Path[] {windows, tabs, semicolons}) {
            assertThat(Collected.of(file).printed()).containsExactly("1001A 2019-01-01T01:00 SO2 7.0");
        }
    }
}
