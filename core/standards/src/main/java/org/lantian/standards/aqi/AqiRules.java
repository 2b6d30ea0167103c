package org.lantian.standards.aqi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.Provenance;
import org.lantian.standards.document.RuleTable;
import org.lantian.standards.document.StandardDocument;
import org.lantian.standards.document.StandardStatus;

/**
 * What an edition of HJ 633 says, as loaded from its files.
 *
 * @param breakpoints by indicator
 * @param levels the six, best first
 * @param hourlyIndicators indicators whose greatest index is that of an hour
 * @param dailyIndicators indicators whose greatest index is that of a day
 * @param leastIndex least value of the index
 * @param concentrationDecimals decimals to which a concentration is rounded by GB/T 8170 before the index; empty where
 *     the edition does not round first
 * @param partialAbove100 whether an index is stated with a pollutant missing, provided that it is above 100
 * @param primaryAbove the index above which there is a primary pollutant
 * @param exceedingAbove the individual index above which a pollutant exceeds; {@link Integer#MAX_VALUE} where the
 *     edition has no such notion
 * @param provenance of each named rule, of {@code breakpoints.<indicator>} and of {@code levels}
 */
public record AqiRules(
        Map<Indicator, Breakpoints> breakpoints,
        List<AqiLevel> levels,
        List<Indicator> hourlyIndicators,
        List<Indicator> dailyIndicators,
        int leastIndex,
        Map<Pollutant, Integer> concentrationDecimals,
        boolean partialAbove100,
        int primaryAbove,
        int exceedingAbove,
        Map<String, Provenance> provenance) {

    private static final List<Integer> INDICES = List.of(0, 50, 100, 150, 200, 300, 400, 500);

    public AqiRules {
        breakpoints = Map.copyOf(breakpoints);
        levels = List.copyOf(levels);
        hourlyIndicators = List.copyOf(hourlyIndicators);
        dailyIndicators = List.copyOf(dailyIndicators);
        concentrationDecimals = Map.copyOf(concentrationDecimals);
        provenance = Map.copyOf(provenance);
    }

    /**
     * Breakpoints of one indicator (浓度限值).
     *
     * @param concentrations in the unit of the pollutant, rising from 0; the n-th belongs to the n-th of the indices
     *     0, 50, 100, 150, 200, 300, 400, 500
     * @param aboveLast index above the last breakpoint, {@link AqiKernel#UNDEFINED} where the edition states none
     * @param provenance of the row
     */
    public record Breakpoints(List<BigDecimal> concentrations, int aboveLast, Provenance provenance) {
        public Breakpoints {
            concentrations = List.copyOf(concentrations);
        }
    }

    /** The breakpoints of one indicator. */
    public Breakpoints breakpoints(Indicator indicator) {
        Breakpoints row = breakpoints.get(indicator);
        if (row == null) {
            throw new IllegalStateException("no breakpoints for " + indicator.code());
        }
        return row;
    }

    /** Whether everything that the index of an hour or day rests on was read, or the weakest of it was not. */
    public StandardStatus status() {
        return provenance.values().stream().map(Provenance::status).reduce(StandardStatus.READ, StandardStatus::and);
    }

    static AqiRules load(StandardDocument document) {
        RuleTable rules = document.table("rules");
        Map<String, Provenance> provenance = new HashMap<>();
        rules.rows().forEach(row -> provenance.put(row.text("rule"), row.provenance()));
        Map<Indicator, Breakpoints> breakpoints = new EnumMap<>(Indicator.class);
        for (RuleTable.Row row : document.table("breakpoints").rows()) {
            Indicator indicator = indicator(row, row.text("indicator"));
            breakpoints.put(indicator, breakpoints(row));
            provenance.put("breakpoints." + indicator.code(), row.provenance());
        }
        RuleTable.Row exceeding = rules.rule("exceeding-above");
        return new AqiRules(
                breakpoints,
                levels(document),
                indicators(rules.rule("hourly-indicators")),
                indicators(rules.rule("daily-indicators")),
                rules.rule("index-least").integer("value"),
                is(rules.rule("concentration-rounding"), "gbt8170", "none")
                        ? decimals(rules.rule("concentration-decimals"))
                        : Map.of(),
                is(rules.rule("missing-pollutant"), "only-above-100", "undefined"),
                rules.rule("primary-above").integer("value"),
                exceeding.text("value").equals("none") ? Integer.MAX_VALUE : exceeding.integer("value"),
                provenance);
    }

    private static boolean is(RuleTable.Row row, String yes, String no) {
        String value = row.text("value");
        if (!value.equals(yes) && !value.equals(no)) {
            throw row.fault("value", value, yes + " or " + no);
        }
        return value.equals(yes);
    }

    private static Map<Pollutant, Integer> decimals(RuleTable.Row row) {
        Map<Pollutant, Integer> decimals = new EnumMap<>(Pollutant.class);
        for (String pair : row.text("value").split(" ")) {
            String[] codeAndDecimals = pair.split("=");
            Pollutant pollutant = Pollutant.find(codeAndDecimals[0])
                    .orElseThrow(() -> row.fault("value", pair, "pollutant=decimals"));
            decimals.put(pollutant, Integer.valueOf(codeAndDecimals[1]));
        }
        return decimals;
    }

    private static Breakpoints breakpoints(RuleTable.Row row) {
        List<BigDecimal> concentrations = new ArrayList<>();
        for (int index : INDICES) {
            row.find("iaqi_" + index).ifPresent(text -> concentrations.add(new BigDecimal(text)));
        }
        String above = row.text("above_last");
        int aboveLast = above.equals("undefined") ? AqiKernel.UNDEFINED : row.integer("above_last");
        return new Breakpoints(concentrations, aboveLast, row.provenance());
    }

    private static Indicator indicator(RuleTable.Row row, String code) {
        return Indicator.find(code).orElseThrow(() -> row.fault("indicator", code, "an indicator"));
    }

    private static List<Indicator> indicators(RuleTable.Row row) {
        return Arrays.stream(row.text("value").split(" "))
                .map(code -> indicator(row, code))
                .toList();
    }

    private static List<AqiLevel> levels(StandardDocument document) {
        RuleTable advice = document.table("advice");
        return document.table("levels").rows().stream()
                .map(row -> {
                    RuleTable.Row words = advice.row("level", row.text("level"));
                    return new AqiLevel(
                            row.integer("level"),
                            row.integer("from"),
                            row.integer("to"),
                            new BilingualText(row.text("name_zh"), "Level " + row.text("level")),
                            new BilingualText(row.text("class_zh"), row.text("class_en")),
                            row.text("colour_rgb"),
                            row.text("colour_cmyk"),
                            new BilingualText(words.text("effect_zh"), words.text("effect_en")),
                            new BilingualText(words.text("advice_zh"), words.text("advice_en")),
                            row.provenance(),
                            words.provenance());
                })
                .toList();
    }

    AqiKernel kernel() {
        int n = Indicator.values().length;
        int[][] scaled = new int[n][];
        int[] aboveLast = new int[n];
        int[] roundingUnit = new int[n];
        for (Indicator indicator : Indicator.values()) {
            int i = indicator.ordinal();
            Breakpoints row = breakpoints(indicator);
            scaled[i] = row.concentrations().stream()
                    .mapToInt(c ->
                            c.multiply(BigDecimal.valueOf(FixedPoint.SCALE)).intValueExact())
                    .toArray();
            aboveLast[i] = row.aboveLast();
            roundingUnit[i] = roundingUnit(indicator.pollutant());
        }
        int[] indices = INDICES.stream().mapToInt(Integer::intValue).toArray();
        return new AqiKernel(indices, scaled, aboveLast, roundingUnit, hourlyInOrder(), leastIndex, partialAbove100);
    }

    /** The indicator of an hour for each of the six, in their order. */
    private int[] hourlyInOrder() {
        return Pollutant.SIX.stream()
                .mapToInt(pollutant -> hourlyIndicators.stream()
                        .filter(indicator -> indicator.pollutant() == pollutant)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no hourly indicator for " + pollutant.code()))
                        .ordinal())
                .toArray();
    }

    /** Ten-thousandths to a multiple of which a concentration is rounded first; 1 for none. */
    private int roundingUnit(Pollutant pollutant) {
        int unit = FixedPoint.SCALE;
        if (concentrationDecimals.isEmpty()) {
            return 1;
        }
        for (int decimal = 0; decimal < concentrationDecimals.getOrDefault(pollutant, 0); decimal++) {
            unit /= 10;
        }
        return unit;
    }
}
