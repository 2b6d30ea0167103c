package org.lantian.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An hour is named by its end, in city time")
class HourEndingTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    @Test
    @DisplayName("the hour ending at midnight belongs to the day before, as its 24th slot")
    void midnightBelongsToTheDayBefore() {
        HourEnding midnight = HourEnding.at(MARCH_1, 0);
        assertThat(midnight.cityDay()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(midnight.slot()).isEqualTo(24);
        assertThat(midnight).isEqualTo(HourEnding.at(LocalDate.of(2026, 2, 28), 24));
    }

    @Test
    @DisplayName("city time is eight hours ahead of UTC")
    void offset() {
        assertThat(HourEnding.at(MARCH_1, 8).instant()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    @DisplayName("minutes are refused with what was expected")
    void minutesRefused() {
        assertThatThrownBy(() -> HourEnding.parse("2019-01-01T08:30")).hasMessageContaining("YYYY-MM-DDTHH:00");
    }

    @Property
    void slotAndDayRoundTrip(@ForAll @LongRange(min = -300_000, max = 900_000) long epochHour) {
        HourEnding hour = new HourEnding(epochHour);
        assertThat(HourEnding.ofSlot(hour.cityDay(), hour.slot())).isEqualTo(hour);
    }

    @Property
    void printedFormRoundTrips(@ForAll @IntRange(max = 900_000) int epochHour) {
        HourEnding hour = new HourEnding(epochHour);
        assertThat(HourEnding.parse(hour.toString())).isEqualTo(hour);
    }
}
