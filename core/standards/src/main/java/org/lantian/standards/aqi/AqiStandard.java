package org.lantian.standards.aqi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.lantian.quantities.Check;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.StandardDocument;

/**
 * One edition of HJ 633, ready to compute. Immutable.
 *
 * <p>The index of an hour is the greatest of its six one-hour indices, that of a day the greatest of the indicators of
 * the daily report (2012: seven, with both O3 values; 2026: six, with the 8-hour value of O3 only).
 */
public final class AqiStandard {

    private final StandardDocument document;
    private final AqiRules rules;
    private final AqiKernel kernel;
    private final byte[] levelNumbers;

    AqiStandard(StandardDocument document, AqiRules rules) {
        this.document = document;
        this.rules = rules;
        this.kernel = rules.kernel();
        this.levelNumbers = new byte[rules.levels().getLast().to() + 1];
        rules.levels().forEach(level -> Arrays.fill(levelNumbers, level.from(), level.to() + 1, (byte) level.number()));
    }

    /** Loads an edition by the code of its document, {@code HJ 633-2012} or {@code HJ 633-2026}. */
    public static AqiStandard load(String documentCode) {
        StandardDocument document = StandardDocument.get(documentCode);
        return new AqiStandard(document, AqiRules.load(document));
    }

    public StandardDocument document() {
        return document;
    }

    /** Breakpoints and rules with their provenance. */
    public AqiRules rules() {
        return rules;
    }

    /** The arithmetic alone, for many hours at once. */
    public AqiKernel kernel() {
        return kernel;
    }

    /** The six levels, best first. */
    public List<AqiLevel> levels() {
        return rules.levels();
    }

    /** The level of an index, 0–500. */
    public AqiLevel level(int aqi) {
        return rules.levels().get(levelNumber(aqi) - 1);
    }

    /** The number of the level of an index, 1–6, without an object. */
    public int levelNumber(int aqi) {
        Check.inRange("aqi", aqi, 0, levelNumbers.length - 1);
        return levelNumbers[aqi];
    }

    /** Individual index of a concentration in the indicator's unit, rounded up; empty when the edition states none. */
    public OptionalInt iaqi(Indicator indicator, double concentration) {
        int index = kernel.index(indicator, FixedPoint.of(concentration));
        return index == AqiKernel.UNDEFINED ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The real-time report (实时报) of one hour. */
    public AqiResult hourly(HourlyConcentrations c) {
        Map<Indicator, Integer> iaqi = new EnumMap<>(Indicator.class);
        put(iaqi, Indicator.SO2_1H, c.so2());
        put(iaqi, Indicator.NO2_1H, c.no2());
        put(iaqi, Indicator.PM10_1H, c.pm10());
        put(iaqi, Indicator.CO_1H, c.co());
        put(iaqi, Indicator.O3_1H, c.o3());
        put(iaqi, Indicator.O3_8H, c.o3Of8Hours());
        put(iaqi, Indicator.PM25_1H, c.pm25());
        List<Indicator> counted = new ArrayList<>(rules.hourlyIndicators());
        if (c.so2() >= 0 && !iaqi.containsKey(Indicator.SO2_1H)) {
            // above the last 1-h breakpoint the 2012 edition refers to the 24-h index
            put(iaqi, Indicator.SO2_24H, c.so2Of24Hours());
            counted.add(Indicator.SO2_24H);
        }
        return result(iaqi, counted, List.of());
    }

    /** The daily report (日报) of one city day. */
    public AqiResult daily(DailyConcentrations c) {
        Map<Indicator, Integer> iaqi = new EnumMap<>(Indicator.class);
        put(iaqi, Indicator.SO2_24H, c.so2());
        put(iaqi, Indicator.NO2_24H, c.no2());
        put(iaqi, Indicator.PM10_24H, c.pm10());
        put(iaqi, Indicator.CO_24H, c.co());
        put(iaqi, Indicator.O3_1H, c.o3Max1h());
        put(iaqi, Indicator.O3_8H, c.o3Max8h());
        put(iaqi, Indicator.PM25_24H, c.pm25());
        // The greatest hour alone is no day of O3: without a valid 8-hour value O3 counts as missing.
        List<Pollutant> notMeasured = c.o3Max8h() >= 0 ? List.of() : List.of(Pollutant.O3);
        return result(iaqi, rules.dailyIndicators(), notMeasured);
    }

    private void put(Map<Indicator, Integer> iaqi, Indicator indicator, double concentration) {
        iaqi(indicator, concentration).ifPresent(index -> iaqi.put(indicator, index));
    }

    private AqiResult result(Map<Indicator, Integer> iaqi, List<Indicator> counted, List<Pollutant> notMeasured) {
        Map<Pollutant, Integer> byPollutant = new EnumMap<>(Pollutant.class);
        for (Indicator indicator : counted) {
            Integer index = iaqi.get(indicator);
            if (index != null) {
                byPollutant.merge(indicator.pollutant(), index, Math::max);
            }
        }
        List<Pollutant> missing = Pollutant.SIX.stream()
                .filter(p -> !byPollutant.containsKey(p) || notMeasured.contains(p))
                .toList();
        int greatest = byPollutant.values().stream().max(Integer::compare).orElse(AqiKernel.UNDEFINED);
        int aqi = kernel.overall(greatest, missing.isEmpty());
        if (aqi == AqiKernel.UNDEFINED) {
            return new AqiResult(
                    document.code(), OptionalInt.empty(), Optional.empty(), iaqi, List.of(), List.of(), missing);
        }
        List<Pollutant> primary =
                aqi > rules.primaryAbove() ? those(byPollutant, index -> index == greatest) : List.of();
        List<Pollutant> exceeding = those(byPollutant, index -> index > rules.exceedingAbove());
        return new AqiResult(
                document.code(), OptionalInt.of(aqi), Optional.of(level(aqi)), iaqi, primary, exceeding, missing);
    }

    private static List<Pollutant> those(Map<Pollutant, Integer> byPollutant, IntPredicate wanted) {
        return Pollutant.SIX.stream()
                .filter(p -> byPollutant.containsKey(p) && wanted.test(byPollutant.get(p)))
                .toList();
    }
}
