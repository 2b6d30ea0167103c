package org.lantian.observations.quality;

import java.util.HashMap;
import java.util.Map;
import org.lantian.quantities.Check;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.QualityFlag;

/** Applies one version of the rules to consecutive hours of one station. */
public final class QualityChecks {

    /**
     * Hours before and after a span that its flags depend on: a run of stuck values reaches over at most as many. A test
     * holds every rule to it.
     */
    public static final int CONTEXT_HOURS = 24;

    private final QualityRules rules;

    public QualityChecks(QualityRules rules) {
        this.rules = rules;
    }

    /**
     * Bits of {@link QualityFlag} for each value.
     *
     * @param values per parameter, the same consecutive hours for all, {@code NaN} where missing
     * @return per parameter as many flags as values; 0 where there is no doubt or no value
     */
    public Map<Parameter, short[]> flags(Map<Parameter, float[]> values) {
        Map<Parameter, short[]> flags = new HashMap<>();
        values.forEach((parameter, hours) -> {
            short[] marks = new short[hours.length];
            rules.find(parameter).ifPresent(rule -> check(rule, hours, marks));
            flags.put(parameter, marks);
        });
        compareParticles(values, flags);
        return flags;
    }

    private static void check(QualityRule rule, float[] hours, short[] marks) {
        checkRange(rule, hours, marks);
        checkJumps(rule, hours, marks);
        if (rule.stuckHours() > 0) {
            checkStuck(rule, hours, marks);
        }
    }

    private static void checkRange(QualityRule rule, float[] hours, short[] marks) {
        for (int i = 0; i < hours.length; i++) {
            // Comparisons with NaN are false: a missing value gets no flag.
            if (hours[i] < 0 && rule.flagsNegative()) {
                mark(marks, i, QualityFlag.NEGATIVE);
            } else if (hours[i] < rule.least() || hours[i] > rule.greatest()) {
                mark(marks, i, QualityFlag.OUT_OF_RANGE);
            }
        }
    }

    private static void checkJumps(QualityRule rule, float[] hours, short[] marks) {
        for (int i = 1; i < hours.length; i++) {
            if (Math.abs(hours[i] - hours[i - 1]) > rule.jump()) {
                mark(marks, i, QualityFlag.JUMP);
            }
        }
    }

    private static void checkStuck(QualityRule rule, float[] hours, short[] marks) {
        int begin = 0;
        for (int i = 1; i <= hours.length; i++) {
            if (i == hours.length || hours[i] != hours[begin]) {
                if (i - begin >= rule.stuckHours() && hours[begin] > rule.stuckAbove()) {
                    for (int j = begin; j < i; j++) {
                        mark(marks, j, QualityFlag.STUCK);
                    }
                }
                begin = i;
            }
        }
    }

    private void compareParticles(Map<Parameter, float[]> values, Map<Parameter, short[]> flags) {
        boolean compares =
                rules.find(Pollutant.PM25).map(QualityRule::comparesParticles).orElse(false);
        float[] fine = values.get(Pollutant.PM25);
        float[] coarse = values.get(Pollutant.PM10);
        short[] fineMarks = flags.get(Pollutant.PM25);
        short[] coarseMarks = flags.get(Pollutant.PM10);
        if (!compares || fine == null || coarse == null || fineMarks == null || coarseMarks == null) {
            return;
        }
        Check.that(fine.length == coarse.length, "PM2.5 and PM10 cover different hours");
        for (int i = 0; i < fine.length; i++) {
            if (fine[i] > coarse[i]) {
                mark(fineMarks, i, QualityFlag.PM_INVERSION);
                mark(coarseMarks, i, QualityFlag.PM_INVERSION);
            }
        }
    }

    private static void mark(short[] marks, int index, QualityFlag flag) {
        marks[index] |= flag.mask();
    }

    /** Whether any value is flagged. */
    public static boolean any(short[] flags) {
        for (short flag : flags) {
            if (flag != 0) {
                return true;
            }
        }
        return false;
    }
}
