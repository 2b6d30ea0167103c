package org.lantian.server.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.aqi.AqiKernel;

@DisplayName("The hourly index of a station")
class HourlyIndexTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 26);
    private static final int DAYS = 6;

    private final DailyRules rules = new DailyRules();

    private static HourlySeries constant(Pollutant pollutant, double value) {
        float[] values = new float[DAYS * 24];
        java.util.Arrays.fill(values, (float) value);
        return HourlySeries.of(pollutant, FIRST, values);
    }

    private static Map<Parameter, HourlySeries> clean() {
        Map<Parameter, HourlySeries> series = new HashMap<>();
        Pollutant.SIX.forEach(pollutant ->
                series.put(pollutant, constant(pollutant, pollutant == Pollutant.CO ? 0.5 : 20)));
        return series;
    }

    private static List<Optional<RuleSet>> inForce(LocalDate from, int days) {
        return IntStream.range(0, days)
                .mapToObj(i -> Standards.inForceOn(from.plusDays(i)))
                .toList();
    }

    @Test
    @DisplayName(
            "by the kernel is that of the full report at every hour, across a change of standard, gaps and high SO₂ included")
    void kernel_equals_report() {
        Random random = new Random(7);
        Map<Parameter, HourlySeries> series = new HashMap<>();
        for (Pollutant pollutant : Pollutant.SIX) {
            float[] values = new float[DAYS * 24];
            for (int i = 0; i < values.length; i++) {
                double top = pollutant == Pollutant.CO ? 30 : pollutant == Pollutant.SO2 ? 1200 : 400;
                values[i] = random.nextInt(20) == 0 ? Float.NaN : Math.round(random.nextDouble() * top * 10) / 10f;
            }
            series.put(pollutant, HourlySeries.of(pollutant, FIRST, values));
        }
        HourlyIndex index = new HourlyIndex(series, rules);
        LocalDate from = FIRST.plusDays(1);
        HourEnding firstHour = HourEnding.ofSlot(from, 1);
        List<Optional<RuleSet>> inForce = inForce(from, DAYS - 1);

        short[] fast = index.indices(firstHour, (DAYS - 1) * 24, inForce);

        int defined = 0;
        for (int i = 0; i < fast.length; i++) {
            int full = index.at(firstHour.plusHours(i), inForce.get(i / 24).orElseThrow())
                    .aqi()
                    .orElse(AqiKernel.UNDEFINED);
            assertThat((int) fast[i]).as("hour " + firstHour.plusHours(i)).isEqualTo(full);
            defined += full >= 0 ? 1 : 0;
        }
        assertThat(defined).isGreaterThan(50);
    }

    @Test
    @DisplayName("falls under the old standard up to the hour that ends at 00:00 on 1 March 2026")
    void change_of_standard() {
        Map<Parameter, HourlySeries> series = clean();
        series.put(Pollutant.PM25, constant(Pollutant.PM25, 75));
        LocalDate lastOld = LocalDate.of(2026, 2, 28);

        short[] indices =
                new HourlyIndex(series, rules).indices(HourEnding.ofSlot(lastOld, 1), 48, inForce(lastOld, 2));

        assertThat(indices[23]).isEqualTo((short) 100); // 75 is the breakpoint of 100 by the 2012 edition
        assertThat(indices[24]).isEqualTo((short) 114); // 100 + 50·15/55 = 113.6 by the 2026 edition
    }

    @Test
    @DisplayName("of SO₂ above 800 takes the index of the 24 hours before by the 2012 edition")
    void high_so2() {
        Map<Parameter, HourlySeries> series = clean();
        float[] so2 = new float[DAYS * 24];
        java.util.Arrays.fill(so2, 100);
        so2[30] = 900;
        series.put(Pollutant.SO2, HourlySeries.of(Pollutant.SO2, FIRST, so2));

        short[] indices = new HourlyIndex(series, rules)
                .indices(HourEnding.ofSlot(FIRST.plusDays(1), 1), 24, inForce(FIRST.plusDays(1), 1));

        // 24-h mean (23·100 + 900) / 24 = 133.3: 50 + 50·83.3/100 = 91.7, up to 92
        assertThat(indices[6]).isEqualTo((short) 92);
    }

    @Test
    @DisplayName("is not stated where no standard was in force, nor for a station without a pollutant")
    void not_stated() {
        Map<Parameter, HourlySeries> series = clean();
        HourEnding first = HourEnding.ofSlot(FIRST, 1);
        assertThat(new HourlyIndex(series, rules).indices(first, 24, List.of(Optional.empty())))
                .containsOnly((short) AqiKernel.UNDEFINED);
        series.remove(Pollutant.O3);
        assertThat(new HourlyIndex(series, rules).indices(first, 24, inForce(FIRST, 1)))
                .containsOnly((short) AqiKernel.UNDEFINED);
    }
}
