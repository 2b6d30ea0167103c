package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@DisplayName("A column per parameter, by a mapping")
class MappedLayoutTest {

    static final String[] BEIJING = {
        "# Beijing multi-site data",
        "column,as,unit",
        "year,year,",
        "month,month,",
        "day,day,",
        "hour,hour beginning,",
        "PM2.5,pm25,µg/m³",
        "PM10,pm10,ug/m3",
        "SO2,so2,μg/m³",
        "NO2,no2,ug/m3",
        "CO,co,ug/m3",
        "O3,o3,ug/m3",
        "TEMP,temp,°C",
        "PRES,pres,hPa",
        "DEWP,dewp,°C",
        "RAIN,rain,mm",
        "wd,wd,compass",
        "WSPM,ws,m/s",
        "station,station,",
        "No,ignore,",
        ",missing,NA"
    };

    @TempDir
    Path folder = Path.of("");

    private Samples samples = new Samples(folder);

    @BeforeEach
    void prepare() {
        samples = new Samples(folder);
    }

    @Test
    @DisplayName("units are converted, the beginning of the hour becomes its end, compass letters become degrees")
    void reads() {
        Path file = samples.text(
                "a.csv",
                "\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"PM10\",\"SO2\",\"NO2\",\"CO\",\"O3\",\"TEMP\",\"PRES\",\"DEWP\",\"RAIN\",\"wd\",\"WSPM\",\"station\"",
                "1,2013,3,1,0,9,NA,3,17,300,89,-0.5,1024.5,-21.4,0,\"NNW\",5.7,\"Dongsi\"",
                "2,2013,3,1,23,9,NA,3,17,NA,89,-0.5,1024.5,-21.4,0,\"N\",5.7,\"Dongsi\"");
        Collected read = Collected.of(file, options(mapping(BEIJING)));
        assertThat(read.rejected).isEmpty();
        assertThat(read.printed())
                .contains(
                        "Dongsi 2013-03-01T01:00 CO 0.3",
                        "Dongsi 2013-03-01T01:00 PM2.5 9.0",
                        "Dongsi 2013-03-01T01:00 wd 337.5",
                        "Dongsi 2013-03-02T00:00 wd 360.0",
                        "Dongsi 2013-03-02T00:00 ws 5.7")
                .hasSize(21);
    }

    @Test
    @DisplayName("one time column, a fixed station, wind in degrees, an own marker for missing values")
    void joinedTime() {
        ColumnMapping mapping =
                mapping("column,as,unit", "date,time ending,", "ws,ws,km/h", "wd,wd,°", ",station,KC1", ",missing,-99");
        Path file = samples.text("a.csv", "date,ws,wd,other", "2019-01-01 01:00,36,270,x", "2019-01-01 02:00,-99,x,");
        Collected read = Collected.of(file, options(mapping));
        assertThat(read.printed()).containsExactly("KC1 2019-01-01T01:00 ws 10.0", "KC1 2019-01-01T01:00 wd 270.0");
        assertThat(read.rejected)
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("wd"));
        assertThat(read.summary().skippedQuantities()).containsEntry("other", 1L);
    }

    @Test
    @DisplayName("a value is judged after conversion, and a bad time names its columns")
    void badCells() {
        ColumnMapping mapping =
                mapping("column,as,unit", "d,date,", "h,hour ending,", "CO,co,ug/m3", "wd,wd,compass", ",station,KC1");
        Path file = samples.text("a.csv", "d,h,CO,wd", "2019/1/1,1,300000,NNN", "2019/1/1,x,300,N");
        Collected read = Collected.of(file, options(mapping));
        assertThat(read.values).isEmpty();
        assertThat(read.rejectedCodes())
                .containsExactly("import.out-of-bounds", "import.not-a-direction", "import.bad-hour");
        assertThat(read.rejected.get(2).field()).isEqualTo("d h");
        assertThat(read.summary().rejected()).isEqualTo(4);
    }

    @Test
    @DisplayName("a file without a column that the mapping names is refused")
    void missingColumn() {
        ColumnMapping mapping = mapping("column,as,unit", "date,time ending,", "O3,o3,ug/m3", ",station,KC1");
        Path file = samples.text("a.csv", "date,ozone", "2019-01-01 01:00,36");
        assertThatThrownBy(() -> Collected.of(file, options(mapping)))
                .hasMessageContaining("import.missing-column")
                .hasMessageContaining("O3");
    }

    @Test
    @DisplayName("a mapping that is wrong or leaves something open is refused with its line")
    void badMappings() {
        assertRefused("mapping.header", "name,meaning", "x,o3");
        assertRefused("mapping.meaning", "column,as,unit", "x,ozone,ug/m3");
        assertRefused("mapping.unit", "column,as,unit", "x,o3,ppb");
        assertRefused("mapping.unit", "column,as,unit", "x,co,");
        assertRefused("mapping.duplicate", "column,as,unit", "x,o3,ug/m3", "y,o3,ug/m3");
        assertRefused("mapping.setting", "column,as,unit", ",colour,red");
        assertRefused("mapping.time", "column,as,unit", "x,o3,ug/m3", ",station,A");
        assertRefused(
                "mapping.time", "column,as,unit", "x,o3,ug/m3", "t,time ending,", "u,time beginning,", ",station,A");
        assertRefused("mapping.station", "column,as,unit", "x,o3,ug/m3", "t,time ending,");
        assertRefused("mapping.no-parameter", "column,as,unit", "t,time ending,", ",station,A");
    }

    @Test
    @NeedsKit
    @DisplayName("the Beijing set of the kit is read whole: counts of an independent count")
    void beijing() {
        ColumnMapping mapping = mapping(BEIJING);
        long accepted = 0;
        try (var files = java.nio.file.Files.list(ReferenceKit.path("data/beijing-prsa"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".gz")).sorted().toList()) {
                ReadSummary summary = AirFileReader.read(file, options(mapping), (s, h, q, v, r) -> {});
                assertThat(summary.rejected()).isZero();
                accepted += summary.accepted();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        long pollutants = 412_029L + 414_319 + 411_747 + 408_652 + 400_067 + 407_491;
        long weather = 420_370L + 420_375 + 420_365 + 420_378 + 418_946 + 420_450;
        assertThat(accepted).isEqualTo(pollutants + weather);
    }

    private void assertRefused(String code, String... lines) {
        assertThatThrownBy(() -> mapping(lines)).as(String.join(" | ", lines)).hasMessageContaining(code);
    }

    private ColumnMapping mapping(String... lines) {
        return ColumnMapping.read(samples.text("mapping.csv", lines), "mapping.csv");
    }

    private static ReadOptions options(ColumnMapping mapping) {
        return ReadOptions.of(Quantity.measured(), Collected.LATEST).withMapping(mapping);
    }
}
