package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
}
