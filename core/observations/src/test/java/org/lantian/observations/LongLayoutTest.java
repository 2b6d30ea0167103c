package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The long layout")
class LongLayoutTest {

    @TempDir
    Path folder = Path.of("");

    private Samples samples = new Samples(folder);

    @BeforeEach
    void prepare() {
        samples = new Samples(folder);
    }

    @Test
    @DisplayName("columns may come in any order, with more beside them, and with Chinese names in GBK")
    void reads() {
        Collected english = Collected.of(
                samples.text("a.csv", "note,value,pollutant,time,station", "x,7.5,pm2.5,2019-01-01T08:00,2160A"));
        Collected chinese = Collected.of(
                samples.text("b.csv", Charset.forName("GBK"), "站点编号,时间,污染物,浓度", "2160A,2019/1/1 8:00,PM2.5,7.5"));
        assertThat(english.printed()).containsExactly("2160A 2019-01-01T08:00 PM2.5 7.5");
        assertThat(chinese.printed()).isEqualTo(english.printed());
    }

    @ParameterizedTest
    @DisplayName("printed times")
    @CsvSource({
        "2019-01-01T08:00,2019-01-01T08:00",
        "2019-01-01 08:00:00,2019-01-01T08:00",
        "2019/1/1 8:00,2019-01-01T08:00",
        "2019-01-01 8,2019-01-01T08:00",
        "2019010108,2019-01-01T08:00",
        "20190101 08:00,2019-01-01T08:00",
        "2019-01-01T24:00,2019-01-02T00:00",
        "2019-01-01T00:00+08:00,2019-01-01T00:00",
        "2019-01-01T00:00Z,2019-01-01T08:00",
        "2019-01-01T09:00+09:00,2019-01-01T08:00",
        "2018-12-31T19:00-0500,2019-01-01T08:00",
        "2019-01-01T05:30:00+05:30,2019-01-01T08:00",
    })
    void times(String printed, String hour) {
        Collected read = Collected.of(samples.text("a.csv", "station,time,pollutant,value", "A," + printed + ",o3,1"));
        if (printed.contains("05:30:00")) {
            assertThat(read.rejectedCodes()).containsExactly("import.bad-time");
        } else {
            assertThat(read.printed()).containsExactly("A " + hour + " O3 1.0");
        }
    }

    @ParameterizedTest
    @DisplayName("a time that is no full hour, no date or in the future rejects the row")
    @ValueSource(
            strings = {
                "2019-01-01",
                "2019-01-01T08:30",
                "2019-01-01T08:00+05:30",
                "2019-02-29T08:00",
                "2019-01-01T25:00",
                "01.02.2019 08:00",
                "1899-01-01T00:00",
                "2099-01-01T00:00",
                "2019-01-01T08:00 CST",
                "yesterday",
                ""
            })
    void badTimes(String printed) {
        Collected read = Collected.of(samples.text("a.csv", "station,time,pollutant,value", "A," + printed + ",o3,1"));
        assertThat(read.values).isEmpty();
        assertThat(read.rejected).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("time");
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.value()).isEqualTo(printed);
        });
    }

    @Test
    @DisplayName("an unknown pollutant is rejected, a derived one is skipped and counted")
    void pollutants() {
        Collected read = Collected.of(samples.text(
                "a.csv", "station,time,pollutant,value", "A,2019-01-01T08:00,pm3,1", "A,2019-01-01T08:00,PM2.5_24h,1"));
        assertThat(read.rejectedCodes()).containsExactly("import.unknown-pollutant");
        assertThat(read.summary().skipped()).isEqualTo(1);
    }

    @Test
    @DisplayName("00:00 and 24:00 in one file are refused")
    void mixedMidnight() {
        Path file = samples.text(
                "a.csv", "station,time,pollutant,value", "A,2019-01-01T00:00,o3,1", "A,2019-01-03T24:00,o3,1");
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.mixed-midnight");
    }

    @Test
    @DisplayName("a header without one of the columns is refused and the missing column is named")
    void missingColumn() {
        Path file = samples.text("a.csv", "station,time,value", "A,2019-01-01T00:00,1");
        assertThatThrownBy(() -> Collected.of(file))
                .hasMessageContaining("import.missing-column")
                .hasMessageContaining("missing: pollutant");
    }
}
