package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.quantities.HourEnding;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@NeedsKit
@DisplayName("The national network's own files")
class NationalFilesTest {

    @Test
    @DisplayName("a year of 93 stations is read whole: counts per quantity are those of an independent count")
    void countsOfSites() throws IOException {
        long[] counts = new long[Quantity.values().length];
        long rejected = 0;
        try (var files = Files.list(ReferenceKit.path("data/cnemc-2019-sites"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".gz")).sorted().toList()) {
                ReadSummary summary = AirFileReader.read(
                        file,
                        ReadOptions.of(EnumSet.allOf(Quantity.class), Collected.LATEST),
                        (station, hour, quantity, value, row) -> counts[quantity.index()]++);
                rejected += summary.rejected();
            }
        }
        assertThat(rejected).isZero();
        // Counted by another program: cells with content per row type.
        assertThat(counts[Quantity.SO2.index()]).isEqualTo(677_813);
        assertThat(counts[Quantity.NO2.index()]).isEqualTo(676_596);
        assertThat(counts[Quantity.PM10.index()]).isEqualTo(657_919);
        assertThat(counts[Quantity.CO.index()]).isEqualTo(675_845);
        assertThat(counts[Quantity.O3.index()]).isEqualTo(668_619);
        assertThat(counts[Quantity.PM25.index()]).isEqualTo(673_271);
        assertThat(counts[Quantity.AQI.index()]).isEqualTo(672_430);
        assertThat(counts[Quantity.O3_8H_24H.index()]).isEqualTo(678_807);
    }

    @ParameterizedTest
    @DisplayName("whole national days: stations, rows and values of the six pollutants as counted by another program")
    @CsvSource({
        "20180101, 1597, 360, 147618",
        "20190114, 1605, 360, 203793",
        "20190320, 1605, 360, 198213",
        "20190611, 1640, 360, 196311",
        "20191112, 1640, 360, 207819"
    })
    void wholeDays(String day, int stations, int rows, int values) {
        int[] met = new int[1];
        ReadSummary summary = AirFileReader.read(
                ReferenceKit.path("data/cnemc-raw-days/china_sites_" + day + ".csv.gz"),
                ReadOptions.of(Quantity.six(), Collected.LATEST),
                new ObservationSink() {
                    @Override
                    public void station(int station, String code) {
                        met[0]++;
                    }

                    @Override
                    public void value(int station, long hour, Quantity quantity, float value, long row) {}
                });
        assertThat(met[0]).isEqualTo(stations);
        assertThat(summary.rows()).isEqualTo(rows);
        assertThat(summary.accepted()).isEqualTo(values);
        assertThat(summary.rejected()).isZero();
    }

    @Test
    @DisplayName("a month is read value by value as a plain reading with a CSV library reads it")
    void equalsPlainReading() throws IOException {
        Path file = ReferenceKit.path("data/cnemc-2019-sites/china_sites_201902.csv.gz");
        Collected fast = Collected.of(file, Quantity.six());
        int next = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .ofCsvRecord(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            List<String> header = List.of();
            for (CsvRecord row : csv) {
                if (header.isEmpty()) {
                    header = row.getFields();
                    continue;
                }
                Quantity quantity = Quantity.find(row.getField(2)).orElseThrow();
                HourEnding hour = HourEnding.at(
                        LocalDate.parse(row.getField(0), DateTimeFormatter.BASIC_ISO_DATE),
                        Integer.parseInt(row.getField(1)));
                for (int i = 3; i < header.size() && Quantity.six().contains(quantity); i++) {
                    if (!row.getField(i).isEmpty()) {
                        assertThat(fast.values.get(next++))
                                .isEqualTo(new Collected.Value(
                                        header.get(i),
                                        hour.toString(),
                                        quantity,
                                        Float.parseFloat(row.getField(i)),
                                        row.getStartingLineNumber()));
                    }
                }
            }
        }
        assertThat(fast.values).hasSize(next);
    }
}
