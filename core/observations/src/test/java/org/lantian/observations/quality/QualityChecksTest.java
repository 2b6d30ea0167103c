package org.lantian.observations.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.QualityFlag;

@DisplayName("Quality checks flag doubtful values")
class QualityChecksTest {

    private final List<QualityRules> versions = QualityRules.load();
    private final QualityChecks checks = new QualityChecks(QualityRules.inForceOn(LocalDate.of(2019, 6, 1), versions));

    @Test
    @DisplayName("a small negative value is flagged as negative, not as out of range")
    void negative() {
        assertThat(flags(Pollutant.PM25, 12, -3, 8)).containsExactly(0, bits(QualityFlag.NEGATIVE), 0);
    }

    @Test
    @DisplayName("a value above the range of the instrument is flagged")
    void range() {
        assertThat(flags(Pollutant.CO, 57, 57.5f)).containsExactly(0, bits(QualityFlag.OUT_OF_RANGE));
    }

    @Test
    @DisplayName("eight equal hours are stuck, seven are not, and low values repeat by their resolution")
    void stuck() {
        assertThat(flags(Pollutant.PM10, 9, 80, 80, 80, 80, 80, 80, 80, 80, 9))
                .containsExactly(0, 4, 4, 4, 4, 4, 4, 4, 4, 0);
        assertThat(flags(Pollutant.PM10, 9, 80, 80, 80, 80, 80, 80, 80, 9)).containsOnly(0);
        assertThat(flags(Pollutant.PM10, 5, 5, 5, 5, 5, 5, 5, 5, 5)).containsOnly(0);
    }

    @Test
    @DisplayName("a missing hour ends a run of equal values and a step")
    void missingEndsRuns() {
        assertThat(flags(Pollutant.PM10, 80, 80, 80, 80, Float.NaN, 80, 80, 80, 80))
                .containsOnly(0);
        assertThat(flags(Pollutant.PM25, 10, Float.NaN, 900)).containsOnly(0);
    }

    @Test
    @DisplayName("a step greater than the rule allows is a jump at the later hour")
    void jump() {
        assertThat(flags(Pollutant.PM25, 10, 210, 411)).containsExactly(0, 0, bits(QualityFlag.JUMP));
    }

    @Test
    @DisplayName("PM2.5 above PM10 is flagged on both; equal is not")
    void inversion() {
        Map<Parameter, short[]> flags = checks.flags(
                Map.of(Pollutant.PM25, new float[] {50, 51, 20}, Pollutant.PM10, new float[] {50, 50, Float.NaN}));
        assertThat(flags.get(Pollutant.PM25)).containsExactly(0, bits(QualityFlag.PM_INVERSION), 0);
        assertThat(flags.get(Pollutant.PM10)).containsExactly(0, bits(QualityFlag.PM_INVERSION), 0);
    }

    @Test
    @DisplayName("no rule looks further than the context that an import gives it")
    void contextSuffices() {
        for (QualityRules version : versions) {
            assertThat(version.rules().values()).allMatch(rule -> rule.stuckHours() <= QualityChecks.CONTEXT_HOURS);
        }
    }

    @Test
    @DisplayName("there is a version in force for every hour that a reader takes, and for the context of the first")
    void alwaysInForce() {
        LocalDate first = LocalDate.of(1980, 1, 1);
        assertThat(QualityRules.inForceOn(first.minusDays(3), versions).version())
                .isEqualTo(1);
    }

    @Property
    @Label("flags of a span are the same whether computed with more context than needed or with the context alone")
    void contextIsEnough(
            @ForAll @Size(120) List<@IntRange(min = 6, max = 8) Integer> hours, @ForAll @IntRange(max = 47) int from) {
        float[] all = new float[hours.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = hours.get(i);
        }
        int first = from + QualityChecks.CONTEXT_HOURS;
        float[] near =
                Arrays.copyOfRange(all, first - QualityChecks.CONTEXT_HOURS, first + 24 + QualityChecks.CONTEXT_HOURS);
        short[] whole = flagsOf(all);
        short[] part = flagsOf(near);
        assertThat(Arrays.copyOfRange(part, QualityChecks.CONTEXT_HOURS, QualityChecks.CONTEXT_HOURS + 24))
                .isEqualTo(Arrays.copyOfRange(whole, first, first + 24));
    }

    @Property
    @Label("checks never change a value")
    void valuesStay(@ForAll @Size(48) List<@FloatRange(min = -10, max = 3000) Float> hours) {
        float[] values = new float[hours.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = hours.get(i);
        }
        float[] before = values.clone();
        Map<Parameter, float[]> input = new HashMap<>();
        input.put(Pollutant.PM25, values);
        input.put(Pollutant.PM10, values.clone());
        checks.flags(input);
        assertThat(values).isEqualTo(before);
    }

    private short[] flagsOf(float[] hours) {
        return marks(Pollutant.PM25, hours);
    }

    private int[] flags(Parameter parameter, float... hours) {
        short[] marks = marks(parameter, hours);
        int[] bits = new int[hours.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = marks[i];
        }
        return bits;
    }

    private short[] marks(Parameter parameter, float[] hours) {
        return Objects.requireNonNull(checks.flags(Map.of(parameter, hours)).get(parameter));
    }

    private static short bits(QualityFlag flag) {
        return flag.mask();
    }
}
