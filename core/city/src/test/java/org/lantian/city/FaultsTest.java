package org.lantian.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import org.lantian.testing.GeneratedPack;

@DisplayName("A fault in a pack")
class FaultsTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeGoodPack() throws IOException {
        GeneratedPack.write(folder, new GeneratedPack.Plan(1, 2, 2, 1));
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("mappings/site.csv"), "column,as,unit\n");
        write("units.csv", """
                code,name_zh,name_en,kind,area,source,status
                office,攻坚办,Office,office,,a test,example
                county-1,甲1县政府,County 1,area,990101,a test,example
                """);
        write("sectors.csv", """
                code,name_zh,name_en,kind,battle,source,status
                B5,工业,Industry,battle,B5,a test,example
                coking,焦化,Coking,sector,B5,a test,example
                """);
        write("packages.csv", """
                use,package,version,file,datum,source,status
                boundaries,some-maps,1.2.3,a.geojson,gcj02,a test,example
                calendar,some-days,1.2.3,days.json,,a test,example
                """);
        write("boundaries.csv", """
                feature_name,area,source,status
                甲1县,990101,a test,example
                甲2县,990102,a test,example
                """);
        write("observations.csv", """
                glob,format,mapping,source,status
                data/a/*.csv.gz,national-wide,,a test,example
                data/b/*.csv,station-wide,mappings/site.csv,a test,example
                """);
        write("generated/townships.csv", """
                code,name_zh,area,source
                990101001,东街,990101,a test
                """);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void replaceLine(String file, int line, String from, String to) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        String before = lines.get(line - 1);
        assertThat(before).as(file + ":" + line).contains(from);
        lines.set(line - 1, before.replace(from, to));
        Files.write(folder.resolve(file), lines);
    }

    @Test
    @DisplayName("is not in the pack that these tests spoil")
    void goodPack() {
        PackReading reading = CityPackReader.read(folder);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{4}: {0} line {1}")
    @CsvFileSource(resources = "faults.csv", numLinesToSkip = 1, delimiter = '|', encoding = "UTF-8")
    @DisplayName("is told with file, line and field")
    void isTold(String file, int line, String from, @Nullable String to, String code, @Nullable String field)
            throws IOException {
        replaceLine(file, line, from, to == null ? "" : to.replace("\\n", "\n"));

        PackReading reading = CityPackReader.read(folder);

        assertThat(reading.pack()).isEmpty();
        assertThat(reading.errors()).as("all errors: " + reading.errors()).anySatisfy(error -> {
            assertThat(error.code()).isEqualTo("city." + code);
            assertThat(error.file()).isEqualTo(file);
            assertThat(error.row()).isEqualTo(line + (to != null && to.contains("\\n") ? 1 : 0));
            assertThat(error.field()).isEqualTo(field(field));
            assertThat(error.message().zh()).contains(file).contains("第 " + error.row() + " 行");
            assertThat(error.message().en()).contains(file).contains("row " + error.row());
            assertThat(error.expected().zh()).isNotBlank();
            assertThat(error.expected().en()).isNotBlank();
        });
        if (!field(field).equals("code") || !file.equals("areas.csv")) { // on an area's code many others lean
            assertThat(reading.errors())
                    .as("one slip makes few errors, all where it is")
                    .hasSizeLessThan(4)
                    .allSatisfy(error -> assertThat(error.file()).isEqualTo(file));
        }
    }

    private static String field(@Nullable String field) {
        return field == null ? "" : field;
    }

    @ParameterizedTest
    @ValueSource(strings = {"city.csv", "areas.csv", "stations.csv"})
    @DisplayName("such as a missing file is told with the file's name")
    void missingFile(String file) throws IOException {
        Files.delete(folder.resolve(file));

        assertThat(CityPackReader.read(folder).errors()).anySatisfy(error -> {
            assertThat(error.code()).isEqualTo("city.file-missing");
            assertThat(error.file()).isEqualTo(file);
        });
    }

    @Test
    @DisplayName("such as another encoding is told with the line where it shows")
    void otherEncoding() throws IOException {
        String text = Files.readString(folder.resolve("areas.csv"));
        Files.write(folder.resolve("areas.csv"), text.getBytes(Charset.forName("GBK")));

        assertThat(CityPackReader.read(folder).errors()).anySatisfy(error -> {
            assertThat(error.code()).isEqualTo("city.not-utf8");
            assertThat(error.file()).isEqualTo("areas.csv");
            assertThat(error.row()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    @DisplayName("such as an empty file is told with the header that was expected")
    void emptyFile(String content) throws IOException {
        write("stations.csv", content);

        InputError error = CityPackReader.read(folder).errors().getFirst();

        assertThat(error.code()).isEqualTo("city.empty-file");
        assertThat(error.expected().en()).contains("code,name_zh");
    }

    @Test
    @DisplayName("such as a folder in place of a file is told")
    void folderInsteadOfFile() throws IOException {
        Files.delete(folder.resolve("peers.csv"));
        Files.createDirectory(folder.resolve("peers.csv"));

        assertThat(CityPackReader.read(folder).errors())
                .extracting(InputError::code)
                .containsExactly("city.not-a-file");
    }

    @Test
    @DisplayName("such as a quote that is never closed is told")
    void openQuote() throws IOException {
        write("units.csv", "code,name_zh,name_en,kind,area,source,status\n\"office,a,b,office,,s,read\n");

        assertThat(CityPackReader.read(folder).errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.file()).isEqualTo("units.csv"));
    }

    @Test
    @DisplayName("such as broken GeoJSON is told with its line")
    void brokenGeoJson() throws IOException {
        write("generated/boundaries.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[}");

        InputError error = CityPackReader.read(folder).errors().getFirst();

        assertThat(error.code()).isEqualTo("city.not-json");
        assertThat(error.file()).isEqualTo("generated/boundaries.geojson");
        assertThat(error.row()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Topology\"}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"code\":\"990101\"},\"geometry\":null}]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"code\":\"990199\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,1]]]}}]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"code\":\"990101\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,2]]]}}]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"properties\":{\"code\":\"990101\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,\"x\"],[1,1]]]}}]}",
                "[]"
            })
    @DisplayName("such as an outline that is none is told with its place in the file")
    void badOutline(String geoJson) throws IOException {
        write("generated/boundaries.geojson", geoJson);

        assertThat(CityPackReader.read(folder).errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.code()).isEqualTo("city.bad-boundary");
            assertThat(error.field()).isNotBlank();
        });
    }

    @Test
    @DisplayName("does not hide another one in another file")
    void allAtOnce() throws IOException {
        replaceLine("city.csv", 5, "+08:00", "+09:00");
        replaceLine("stations.csv", 3, ",yes,", ",maybe,");
        replaceLine("targets.csv", 4, "µg/m³", "ppm");
        replaceLine("peers.csv", 2, "990200", "99020");
        Files.delete(folder.resolve("areas.csv"));

        assertThat(CityPackReader.read(folder).errors())
                .extracting(InputError::file)
                .contains("areas.csv", "city.csv", "peers.csv", "stations.csv", "targets.csv");
        assertThatThrownBy(() -> CityPackReader.load(folder)).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.error().code()).isEqualTo("city.pack-broken");
            assertThat(e.error().message().zh()).contains("stations.csv，第 3 行").contains("targets.csv，第 4 行");
        });
    }

    @Test
    @DisplayName("that may be meant so is a warning: a station outside its county, or outside the city")
    void stationElsewhere() throws IOException {
        replaceLine("stations.csv", 2, "990101", "990102");
        replaceLine("stations.csv", 4, "T00201,站T00201,Station T00201,101", "T00201,站T00201,Station T00201,131");

        PackReading reading = CityPackReader.read(folder);

        assertThat(reading.pack()).isPresent();
        assertThat(reading.warnings())
                .extracting(InputError::code, InputError::row)
                .containsExactly(tuple("city.station-in-other-area", 2L), tuple("city.station-outside", 4L));
    }

    @Test
    @DisplayName("that only the build can mend is a warning: files not yet generated, a county without outline")
    void notBuilt() throws IOException {
        Files.delete(folder.resolve("generated/working-days.csv"));
        String text = Files.readString(folder.resolve("generated/boundaries.geojson"));
        write("generated/boundaries.geojson", text.substring(0, text.lastIndexOf(",{\"type\":\"Feature\"")) + "]}");

        PackReading reading = CityPackReader.read(folder);

        assertThat(reading.pack()).isPresent();
        assertThat(reading.warnings())
                .extracting(InputError::code)
                .containsExactlyInAnyOrder("city.not-built", "city.boundary-missing");
        assertThat(reading.pack().get().calendar().lastYearCovered()).isEmpty();
    }
}
