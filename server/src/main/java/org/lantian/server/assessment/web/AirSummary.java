package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** Statistics of a subject over a period, by HJ 663. */
@Schema(description = "Statistics of a subject over a period, once for each standard in force in it")
public record AirSummary(
        SubjectRef subject,
        LocalDate from,
        LocalDate to,

        @Schema(description = "Hours with all six pollutants as a share of all hours; stations only") @Nullable
        Double hourlyCompleteness,

        @Schema(description = "One per standard in force; two for a year that spans two, each over its whole length")
        List<StandardAssessment> assessments,

        Computing computing,
        List<Remark> remarks) {

    /** The period assessed under one standard. */
    @Schema(description = "The period assessed under one standard")
    public record StandardAssessment(
            StandardRef standard,

            @Schema(description = "Whether it is in force over the whole period, or which part")
            BilingualText label,

            List<PollutantAssessment> pollutants,
            DayCounts days,
            @Nullable CompositeFigure composite,

            @Schema(description = "All six attained; null when it can't be said") @Nullable
            Boolean attained,

            List<Remark> remarks) {}

    /** One pollutant. */
    @Schema(description = "One pollutant over the period")
    public record PollutantAssessment(
            @Schema(example = "pm25") String pollutant,
            String label,
            String unit,
            int validDays,
            int expectedDays,

            @Schema(description = "Valid days as a share of all days, 0–1")
            double completeness,

            @Schema(description = "Days and months are enough for the statistic to be valid")
            boolean valid,

            @Schema(description = "Mean of the valid days, rounded by the standard; for CO and O₃ it informs only")
            @Nullable
            Double mean,

            @Nullable Double meanRaw,

            @Schema(description = "Limit of the annual mean, grade II; null for CO and O₃, which have none") @Nullable
            Double meanLimit,

            @Schema(description = "98, 95 or 90") int percentileRank,
            @Nullable Double percentile,
            @Nullable Double percentileRaw,

            @Schema(description = "Limit of the daily value, grade II") @Nullable
            Double dailyLimit,

            @Schema(description = "Valid days over the daily limit")
            int exceedingDays,

            @Schema(description = "exceedingDays / validDays, null without valid days") @Nullable
            Double exceedingShare,

            @Schema(description = "Greatest over-limit multiple (最大超标倍数), null without exceedance") @Nullable
            Double greatestExcess,

            @Nullable Double maximum,
            @Nullable LocalDate maximumDay,

            @Schema(description = "Null when not valid") @Nullable
            Boolean attained,

            List<Remark> remarks) {}

    /** Days by level. */
    @Schema(description = "Days by level of the daily AQI")
    public record DayCounts(
            int days,

            @Schema(description = "Days of which it can be said whether they met the daily limits")
            int assessed,

            @Schema(description = "Days of level 1 … 6") List<Integer> byLevel,

            @Schema(description = "Days on which all six met the daily limits (达标天数)")
            int attainmentDays,

            @Nullable Double attainmentRate,

            @Schema(description = "Days with AQI > 200 (重污染天)")
            int heavyPollutionDays) {}

    /** Composite index with the part of each pollutant. */
    @Schema(description = "Composite index (环境空气质量综合指数)")
    public record CompositeFigure(
            @Schema(description = "Two decimals") double index,
            List<CompositePart> parts,

            @Schema(description = "Pollutant with the greatest part")
            String leading) {}

    /** The part of one pollutant. */
    @Schema(description = "Part of one pollutant in the composite index")
    public record CompositePart(
            String pollutant,

            @Schema(description = "Concentration used, rounded")
            double concentration,

            @Schema(description = "Standard value it is divided by")
            double standardValue,

            double weight,

            @Schema(description = "Individual index, with its weight")
            double index,

            @Schema(description = "0–1 of the composite index")
            double share) {}
}
