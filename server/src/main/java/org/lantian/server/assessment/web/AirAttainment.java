package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** Whether a subject is on course in the year of a date. */
@Schema(description = "Whether a subject is on course in the year of a date")
public record AirAttainment(
        SubjectRef subject,

        @Schema(description = "Only days up to this one count")
        LocalDate asOf,

        int year,
        int daysPassed,
        int daysRemaining,
        @Nullable StandardRef standard,
        List<PollutantBudget> pollutants,
        AttainmentDays attainmentDays,

        @Schema(description = "Null outside the reach of data") @Nullable
        WinterAssessment winter,

        Computing computing,
        List<Remark> remarks) {

    /** Where a pollutant stands, and what the rest of the year may bring. */
    @Schema(description = "Where a pollutant stands, and what the rest of the year may bring")
    public record PollutantBudget(
            String pollutant,
            String label,
            String unit,

            @Schema(description = "mean, p98, p95 or p90", example = "mean")
            String statisticCode,

            @Schema(description = "What the value is: annual mean, or percentile of days")
            BilingualText statistic,

            @Schema(description = "Value of the year so far, rounded") @Nullable
            Double soFar,

            @Nullable Double soFarRaw,
            int validDays,

            @Schema(description = "Limit of grade II for the statistic") @Nullable
            Double limit,

            @Nullable Budget toLimit,

            @Schema(description = "Target of the city pack for the year") @Nullable
            Double target,

            @Schema(description = "Where the target is written") @Nullable
            BilingualText targetSource,

            @Nullable Budget toTarget,

            @Schema(description = "Value of the same days last year") @Nullable
            Double lastYear,

            List<Remark> remarks) {}

    /** What the rest of the year must average. */
    @Schema(description = "To reach the goal, what the rest of the year must average")
    public record Budget(
            double goal,
            BudgetState state,

            @Schema(
                    description =
                            "Greatest mean of the remaining days with which the goal is met, rounded down; null for a percentile or when nothing remains")
            @Nullable
            Double restMayAverage,

            @Schema(description = "For a percentile: how many of the remaining days may be above the goal, surely")
            @Nullable
            Integer restMayExceedDays,

            @Schema(description = "The statement in words") BilingualText statement) {}

    /** State of a budget. */
    public enum BudgetState {
        /** The year is over and the goal is met. */
        MET,
        /** The year is over and the goal is missed. */
        MISSED,
        /** The rest may be as it was so far. */
        ON_COURSE,
        /** The rest must be better than so far. */
        TIGHT,
        /** No rest of the year can reach it. */
        OUT_OF_REACH,
        /** Too little data to say. */
        UNKNOWN
    }

    /** Days by index. */
    @Schema(description = "Good days (优良天数): days with a daily AQI up to 100")
    public record AttainmentDays(
            @Schema(description = "Days with a daily AQI") int assessed,
            @Schema(description = "Good days") int good,
            @Nullable Double rate,
            int heavyPollutionDays,

            @Schema(description = "Rate over the same days last year") @Nullable
            Double lastYearRate,

            @Schema(description = "Target share, 0–1") @Nullable
            Double target,

            @Schema(description = "Days above 100 that may still come, null without target") @Nullable
            Integer missesLeft,

            @Nullable BilingualText statement) {}

    /** Autumn–winter assessment, 1 October to 31 March. */
    @Schema(description = "Autumn–winter assessment (秋冬季考核), 1 October to 31 March")
    public record WinterAssessment(
            LocalDate from,

            @Schema(description = "Last day that counts: asOf or 31 March")
            LocalDate to,

            @Nullable Double pm25Mean,
            @Nullable Double pm25LastYear,
            @Nullable Double pm25ChangePercent,
            int heavyPollutionDays,
            @Nullable Integer heavyPollutionDaysLastYear,

            List<Remark> remarks) {}
}
