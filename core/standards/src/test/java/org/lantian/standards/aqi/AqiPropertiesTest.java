package org.lantian.standards.aqi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lantian.quantities.Pollutant;

/** Invariants of the index, and the kernel against a plain reference written out from the standard. */
class AqiPropertiesTest {

    private static final AqiStandard OF_2012 = AqiStandard.load("HJ 633-2012");
    private static final AqiStandard OF_2026 = AqiStandard.load("HJ 633-2026");
    private static final int[] INDICES = {0, 50, 100, 150, 200, 300, 400, 500};

    /** HJ 633 4.2 in decimals: exact quotient where it ends, else with 34 digits. */
    private static OptionalInt reference(AqiStandard edition, Indicator indicator, BigDecimal concentration) {
        AqiRules.Breakpoints row = edition.rules().breakpoints(indicator);
        BigDecimal c = edition == OF_2026
                ? concentration.setScale(indicator.pollutant() == Pollutant.CO ? 1 : 0, RoundingMode.HALF_EVEN)
                : concentration;
        List<BigDecimal> bp = row.concentrations();
        for (int high = 1; high < bp.size(); high++) {
            BigDecimal low = bp.get(high - 1);
            if (c.compareTo(bp.get(high)) <= 0) {
                BigDecimal index = BigDecimal.valueOf(INDICES[high] - INDICES[high - 1])
                        .multiply(c.subtract(low))
                        .divide(bp.get(high).subtract(low), MathContext.DECIMAL128)
                        .add(BigDecimal.valueOf(INDICES[high - 1]));
                return OptionalInt.of(index.setScale(0, RoundingMode.CEILING).intValueExact());
            }
        }
        return row.aboveLast() == AqiKernel.UNDEFINED ? OptionalInt.empty() : OptionalInt.of(row.aboveLast());
    }

    @Property
    void equalsTheReference(
            @ForAll Indicator indicator,
            @ForAll @IntRange(max = 50_000_000) int tenThousandths,
            @ForAll boolean newer) {
        AqiStandard edition = newer ? OF_2026 : OF_2012;
        BigDecimal exact = BigDecimal.valueOf(tenThousandths, 4);
        assertThat(edition.iaqi(indicator, exact.doubleValue())).isEqualTo(reference(edition, indicator, exact));
    }

    @Property
    void carriesConcentrationsWithOneDecimalThroughFloats(
            @ForAll Indicator indicator, @ForAll @IntRange(max = 12_000) int tenths) {
        BigDecimal exact = BigDecimal.valueOf(tenths, 1);
        assertThat(OF_2012.iaqi(indicator, exact.floatValue())).isEqualTo(reference(OF_2012, indicator, exact));
    }

    @Property
    void risesWithTheConcentrationAndStaysWithinBounds(
            @ForAll Indicator indicator,
            @ForAll @IntRange(max = 40_000_000) int tenThousandths,
            @ForAll @IntRange(max = 1_000_000) int more,
            @ForAll boolean newer) {
        AqiStandard edition = newer ? OF_2026 : OF_2012;
        OptionalInt low = edition.iaqi(indicator, tenThousandths / 1e4);
        OptionalInt high = edition.iaqi(indicator, (tenThousandths + more) / 1e4);
        low.ifPresent(index -> assertThat(index).isBetween(0, 500));
        if (low.isPresent() && high.isPresent()) {
            assertThat(high.getAsInt()).isGreaterThanOrEqualTo(low.getAsInt());
        } else {
            assertThat(high).as("no index below, but one above").isEmpty();
        }
    }

    @Property
    void theHourIsTheGreatestOfItsPollutants(
            @ForAll @Size(6) List<@IntRange(min = -1, max = 6_000_000) Integer> concentrations, @ForAll boolean newer) {
        AqiStandard edition = newer ? OF_2026 : OF_2012;
        double[] c = concentrations.stream()
                .mapToDouble(v -> v < 0 ? Double.NaN : v / 1e4)
                .toArray();
        AqiResult result = edition.hourly(HourlyConcentrations.of(c[0], c[1], c[2], c[3], c[4], c[5]));
        List<Integer> indices = result.iaqi().values().stream().toList();
        if (result.isDefined()) {
            int greatest = indices.stream().max(Integer::compare).orElseThrow();
            assertThat(result.aqi()).hasValue(newer ? Math.max(1, greatest) : greatest);
            assertThat(result.level().orElseThrow())
                    .isEqualTo(edition.level(result.aqi().getAsInt()));
            assertThat(result.primary().isEmpty()).isEqualTo(result.aqi().getAsInt() <= 50);
            assertThat(result.exceeding().size())
                    .isEqualTo(
                            newer
                                    ? 0
                                    : (int) indices.stream()
                                            .filter(i -> i > 100)
                                            .count());
        } else {
            assertThat(result.missing()).isNotEmpty();
            assertThat(result.level()).isEqualTo(Optional.empty());
        }
    }

    @Property
    void theKernelEqualsTheReport(
            @ForAll @Size(6) List<@IntRange(min = -1, max = 12_000_000) Integer> concentrations,
            @ForAll @IntRange(min = -1, max = 9_000_000) int so2OfDay,
            @ForAll boolean newer) {
        AqiStandard edition = newer ? OF_2026 : OF_2012;
        int[] scaled = concentrations.stream().mapToInt(Integer::intValue).toArray();
        double[] c = concentrations.stream()
                .mapToDouble(v -> v < 0 ? Double.NaN : v / 1e4)
                .toArray();
        AqiResult report = edition.hourly(HourlyConcentrations.of(c[0], c[1], c[2], c[3], c[4], c[5])
                .withRunningMeans(Double.NaN, so2OfDay < 0 ? Double.NaN : so2OfDay / 1e4));
        short[] indices = new short[AqiKernel.POLLUTANTS];
        int aqi = edition.kernel().hour(scaled, 0, so2OfDay, indices, 0);
        assertThat(aqi).isEqualTo(report.aqi().orElse(AqiKernel.UNDEFINED));
        assertThat((int) indices[AqiKernel.PM25])
                .isEqualTo(report.iaqi().getOrDefault(Indicator.PM25_1H, AqiKernel.UNDEFINED));
    }
}
