package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.lantian.quantities.HourEnding;

@DisplayName("What is written in a layout is what is read from it")
class RoundTripTest {

    private static final List<String> STATIONS = List.of("1001A", "2160A", "晋城一中");
    private static final HourEnding FIRST = HourEnding.parse("2019-02-27T20:00");

    @Property(tries = 200)
    @Label("wide and long files of the same values deliver the same, plain and gzipped")
    void sameInAllLayouts(@ForAll("values") float[][][] values) throws IOException {
        Set<String> expected = new TreeSet<>();
        List<String> wide = new ArrayList<>(List.of("date,hour,type," + String.join(",", STATIONS)));
        List<String> tall = new ArrayList<>(List.of("station,time,pollutant,value"));
        List<Quantity> six = List.copyOf(new TreeSet<>(Quantity.six()));
        for (int hour = 0; hour < values.length; hour++) {
            HourEnding end = FIRST.plusHours(hour);
            for (int q = 0; q < six.size(); q++) {
                StringBuilder row = new StringBuilder(
                        end.cityDateTime().toLocalDate().toString().replace("-", "") + ","
                                + end.cityDateTime().getHour() + ","
                                + six.get(q).label());
                for (int s = 0; s < STATIONS.size(); s++) {
                    float value = values[hour][q][s];
                    row.append(',').append(Float.isNaN(value) ? "" : Float.toString(value));
                    if (!Float.isNaN(value)) {
                        expected.add(
                                STATIONS.get(s) + " " + end + " " + six.get(q).label() + " " + value);
                        tall.add(STATIONS.get(s) + "," + end + "," + six.get(q).label() + "," + value);
                    }
                }
                wide.add(row.toString());
            }
        }
        assertThat(read(wide, false)).isEqualTo(expected);
        assertThat(read(tall, true)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<float[][][]> values() {
        Arbitrary<Float> value = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 199).map(Integer::floatValue),
                Arbitraries.integers().between(-9, 1990).map(tenths -> tenths / 10f),
                Arbitraries.just(Float.NaN));
        return value.array(float[].class)
                .ofSize(3)
                .array(float[][].class)
                .ofSize(6)
                .array(float[][][].class)
                .ofMaxSize(12);
    }

    private static Set<String> read(List<String> lines, boolean packed) throws IOException {
        Path folder = Files.createTempDirectory("round-trip");
        try {
            Samples samples = new Samples(folder);
            String[] text = lines.toArray(String[]::new);
            Collected read = Collected.of(packed ? samples.gzip("a.csv", text) : samples.text("a.csv", text));
            assertThat(read.rejected).isEmpty();
            return new TreeSet<>(read.printed());
        } finally {
            Files.deleteIfExists(folder.resolve("a.csv"));
            Files.delete(folder);
        }
    }
}
