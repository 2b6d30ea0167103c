package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.InputError;

@DisplayName("Values of a file are gathered into station-days")
class StationDayCollectorTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final HourEnding BEGIN = HourEnding.parse("2019-01-01T01:00");

    private final List<StationDay> days = new ArrayList<>();
    private final List<InputError> rejected = new ArrayList<>();

    @Test
    @DisplayName("00:00 belongs to slot 24 of the day before")
    void slots() {
        try (StationDayCollector collector = collector(1 << 20)) {
            collector.value(0, HourEnding.parse("2019-01-02T00:00").epochHour(), Quantity.O3, 7, 2);
            collector.finish();
        }
        assertThat(days).singleElement().satisfies(day -> {
            assertThat(day.cityDay()).hasToString("2019-01-01");
            assertThat(day.value(day.quantities().indexOf(Quantity.O3), 24)).isEqualTo(7);
        });
    }

    @Test
    @DisplayName("the same value again is a duplicate, another one is rejected and the first stands")
    void duplicates() {
        try (StationDayCollector collector = collector(1 << 20)) {
            collector.value(0, BEGIN.epochHour(), Quantity.O3, 7, 2);
            collector.value(0, BEGIN.epochHour(), Quantity.O3, 7, 3);
            collector.value(0, BEGIN.epochHour(), Quantity.O3, 8, 4);
            collector.finish();
            assertThat(collector.kept()).isEqualTo(1);
            assertThat(collector.duplicates()).isEqualTo(1);
            assertThat(collector.conflicts()).isEqualTo(1);
        }
        assertThat(rejected).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("import.duplicate-hour");
            assertThat(error.row()).isEqualTo(4);
            assertThat(error.message().en()).contains("2019-01-01T01:00 O3 was 7.0 before");
        });
    }

    @Property(tries = 300)
    @Label("whatever the order and however small the memory, each first value arrives exactly once")
    void memoryMakesNoDifference(
            @ForAll @Size(max = 400) List<@IntRange(max = 2 * 24 * 4 - 1) Integer> cells,
            @ForAll @IntRange(min = 1, max = 3) int blocks) {
        days.clear();
        rejected.clear();
        Map<String, Float> expected = new HashMap<>();
        int conflicts = 0;
        int blockBytes = 2 * 24 * 4 + 96;
        try (StationDayCollector collector = collector((long) blocks * blockBytes)) {
            for (int i = 0; i < cells.size(); i++) {
                int hour = cells.get(i) / 2;
                int station = cells.get(i) % 2;
                float value = i % 3;
                HourEnding end = BEGIN.plusHours(hour);
                collector.value(station, end.epochHour(), Quantity.O3, value, i);
                Float before = expected.putIfAbsent(station + " " + end.cityDay() + " " + end.slot(), value);
                conflicts += before != null && before != value ? 1 : 0;
            }
            collector.finish();
            assertThat(collector.kept()).isEqualTo(expected.size());
            assertThat(collector.conflicts()).isEqualTo(conflicts);
            assertThat(collector.duplicates()).isEqualTo(cells.size() - expected.size() - conflicts);
        }
        Map<String, Float> arrived = new HashMap<>();
        for (StationDay day : days) {
            for (int slot = 1; slot <= 24; slot++) {
                float value = day.value(day.quantities().indexOf(Quantity.O3), slot);
                if (!Float.isNaN(value)) {
                    assertThat(arrived.put(day.station() + " " + day.cityDay() + " " + slot, value))
                            .isNull();
                }
            }
        }
        assertThat(arrived).isEqualTo(expected);
    }

    private StationDayCollector collector(long budget) {
        StationDayCollector collector = new StationDayCollector(budget, TEMPORARY, days::addAll, rejected::add);
        collector.begin(
                new AirFile("a.csv", AirFile.Layout.LONG, "UTF-8", java.util.Set.of(Quantity.O3, Quantity.SO2)));
        collector.station(0, "0");
        collector.station(1, "1");
        return collector;
    }
}
