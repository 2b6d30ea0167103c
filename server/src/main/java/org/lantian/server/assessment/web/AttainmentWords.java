package org.lantian.server.assessment.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.assessment.GoodDaysBudget;

/** A budget in words. */
final class AttainmentWords {

    private AttainmentWords() {}

    static BilingualText mean(
            Pollutant pollutant, double goal, AirAttainment.BudgetState state, @Nullable Double restMayAverage) {
        String unit = pollutant.unit().symbol();
        String goalText = plain(goal) + " " + unit;
        return switch (state) {
            case MET ->
                new BilingualText("全年均值不高于 " + goalText + "，已达到。", "The year's mean is within " + goalText + ".");
            case MISSED ->
                new BilingualText("全年均值高于 " + goalText + "，未达到。", "The year's mean is above " + goalText + ".");
            case OUT_OF_REACH ->
                new BilingualText(
                        "即使剩余日期均为零，全年均值仍高于 " + goalText + "。",
                        "Even with nothing in the rest of the year the mean would be above " + goalText + ".");
            case UNKNOWN -> noData();
            case ON_COURSE, TIGHT -> {
                String rest = plain(restMayAverage == null ? 0 : restMayAverage);
                yield new BilingualText(
                        "要达到 " + goalText + "，剩余日期均值须不高于 " + rest + " " + unit + "。",
                        "To reach " + goalText + " the rest of the year must average at most " + rest + " " + unit
                                + ".");
            }
        };
    }

    static BilingualText percentile(
            Pollutant pollutant, double goal, AirAttainment.BudgetState state, int daysAboveLeft) {
        String goalText = plain(goal) + " " + pollutant.unit().symbol();
        return switch (state) {
            case MET ->
                new BilingualText(
                        "全年百分位数不高于 " + goalText + "，已达到。", "The year's percentile is within " + goalText + ".");
            case MISSED ->
                new BilingualText(
                        "全年超过 " + goalText + " 的天数过多，未达到。", "Too many days of the year were above " + goalText + ".");
            case OUT_OF_REACH ->
                new BilingualText(
                        "超过 " + goalText + " 的天数已多于全年允许的天数。",
                        "More days were above " + goalText + " than the whole year allows.");
            case UNKNOWN -> noData();
            case ON_COURSE, TIGHT ->
                new BilingualText(
                        "要达到 " + goalText + "，剩余日期中高于该值的不得超过 " + daysAboveLeft + " 天。",
                        "To reach " + goalText + ", at most " + days(daysAboveLeft)
                                + " of the rest of the year may be above it.");
        };
    }

    static BilingualText goodDays(GoodDaysBudget budget) {
        String target = budget.target().stripTrailingZeros().toPlainString() + "%";
        return switch (budget.state()) {
            case MISSED, OUT_OF_REACH ->
                new BilingualText(
                        "超标天数已多于目标 " + target + " 允许的天数。",
                        "More days were above 100 than the target of " + target + " allows.");
            case REACHED, OPEN ->
                new BilingualText(
                        "要达到优良天数比例 " + target + "，剩余日期中超标不得超过 " + budget.notGoodLeft() + " 天。",
                        "To reach " + target + " good days, at most " + days(budget.notGoodLeft())
                                + " of the rest of the year may be above 100.");
        };
    }

    private static BilingualText noData() {
        return new BilingualText("今年还没有有效数据。", "No valid data this year yet.");
    }

    private static String days(int number) {
        return number == 1 ? "1 day" : number + " days";
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
