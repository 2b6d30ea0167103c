package org.lantian.server.assessment.web;

import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.assessment.AssessmentStandard;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.assessment.PeriodStatistic;

/** Which statistic of a period stands for a pollutant, and its name. */
final class Statistics {

    private Statistics() {}

    /** The statistic of the composite index: the mean, or of CO and O₃ the percentile of days. */
    static PeriodStatistic leading(PeriodAssessment assessment, AssessmentStandard standard, Pollutant pollutant) {
        return standard.compositeTerm(pollutant).percentile()
                ? assessment.percentile(pollutant)
                : assessment.mean(pollutant);
    }

    static SixValues leading(PeriodAssessment assessment, AssessmentStandard standard) {
        return Figures.six(pollutant -> {
            Double value = value(leading(assessment, standard, pollutant));
            return value == null ? Double.NaN : value;
        });
    }

    static @Nullable Double value(PeriodStatistic statistic) {
        return statistic.rounded().map(Number::doubleValue).orElse(null);
    }

    static BilingualText name(Pollutant pollutant, int percentile) {
        if (percentile == 0) {
            return new BilingualText("日均值的平均", "mean of the daily means");
        }
        String ordinal = percentile + "th";
        return pollutant == Pollutant.O3
                ? new BilingualText(
                        "日最大 8 小时平均第 " + percentile + " 百分位数",
                        ordinal + " percentile of the daily maximum 8-hour means")
                : new BilingualText("24 小时平均第 " + percentile + " 百分位数", ordinal + " percentile of the 24-hour means");
    }
}
