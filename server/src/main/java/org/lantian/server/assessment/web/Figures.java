package org.lantian.server.assessment.web;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.aqi.AqiLevel;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.rounding.Gbt8170;

/** Turns what the engines say into what the API answers with. */
final class Figures {

    /** Decimals with which a value before rounding is sent: more than any instrument has. */
    private static final int RAW_DECIMALS = 4;

    private Figures() {}

    static SubjectRef subject(Subject subject) {
        return new SubjectRef(
                subject.key(),
                SubjectRef.Kind.valueOf(subject.kind().name()),
                subject.code(),
                subject.name(),
                subject.cityCode(),
                subject.cityName(),
                subject.area().map(Object::toString).orElse(null));
    }

    static @Nullable AqiFigure aqi(AqiResult result) {
        if (result.aqi().isEmpty() || result.level().isEmpty()) {
            return null;
        }
        AqiLevel level = result.level().get();
        return new AqiFigure(
                result.aqi().getAsInt(),
                level.number(),
                level.colour(),
                codes(result.primary()),
                codes(result.exceeding()));
    }

    static List<String> codes(List<Pollutant> pollutants) {
        return pollutants.stream().map(Pollutant::code).toList();
    }

    /** The levels of the rules in force, else of the newest: levels and colours are the same in all editions. */
    static List<AqiLevelInfo> levels(Optional<RuleSet> rules) {
        return rules.orElseGet(() -> Standards.shipped().ruleSets().getLast()).aqi().levels().stream()
                .map(Figures::level)
                .toList();
    }

    static AqiLevelInfo level(AqiLevel level) {
        return new AqiLevelInfo(
                level.number(),
                level.name(),
                level.className(),
                level.from(),
                level.number() == 6 ? null : level.to(),
                level.colour(),
                level.effect(),
                level.advice());
    }

    static @Nullable StandardRef standard(Optional<RuleSet> rules) {
        return rules.map(Figures::standard).orElse(null);
    }

    static StandardRef standard(RuleSet rules) {
        String limits = dashed(rules.limits().document().code());
        String rest = dashed(rules.aqi().document().code());
        String assessment = dashed(rules.assessment().document().code());
        BilingualText stage = switch (rules.limits().stage()) {
            case "transition" -> new BilingualText("（过渡阶段）", " (transition stage)");
            case "final" -> new BilingualText("（第二阶段）", " (final stage)");
            default -> new BilingualText("", "");
        };
        return new StandardRef(
                rules.name(),
                new BilingualText(
                        limits + stage.zh() + "、" + rest + "、" + assessment,
                        limits + stage.en() + ", " + rest + ", " + assessment),
                rules.from(),
                rules.to());
    }

    private static String dashed(String code) {
        return code.replace('-', '—');
    }

    static Computing computing(PendingDays pending) {
        long count = pending.count();
        return new Computing(count > 0, count);
    }

    /** A value before rounding; null for NaN. */
    static @Nullable Double raw(double value) {
        return Double.isFinite(value) ? (Double) Gbt8170.round(value, RAW_DECIMALS) : null;
    }

    /** A value with so many decimals, half to even; null for NaN. */
    static @Nullable Double rounded(double value, int decimals) {
        return Double.isFinite(value) ? (Double) Gbt8170.round(value, decimals) : null;
    }

    /** A share, 0–1, with four decimals; null for NaN. */
    static @Nullable Double share(double value) {
        return raw(value);
    }

    /** A reported hourly value: instruments have at most three decimals. */
    static @Nullable Double hourly(float value) {
        return Float.isNaN(value) ? null : (Double) (Math.round(value * 1000.0) / 1000.0);
    }

    /** One figure per pollutant; NaN becomes null. */
    static SixValues six(ToDoubleFunction<Pollutant> figure) {
        return new SixValues(
                raw(figure.applyAsDouble(Pollutant.SO2)),
                raw(figure.applyAsDouble(Pollutant.NO2)),
                raw(figure.applyAsDouble(Pollutant.PM10)),
                raw(figure.applyAsDouble(Pollutant.CO)),
                raw(figure.applyAsDouble(Pollutant.O3)),
                raw(figure.applyAsDouble(Pollutant.PM25)));
    }

    static Remark remark(String code, String zh, String en) {
        return new Remark(code, new BilingualText(zh, en));
    }
}
