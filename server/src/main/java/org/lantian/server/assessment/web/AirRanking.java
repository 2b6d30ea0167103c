package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subjects in the order of their composite index. */
@Schema(description = "Cities or counties in the order of their composite index, the best first")
public record AirRanking(
        RankingScope scope,
        LocalDate from,
        LocalDate to,
        LocalDate lastYearFrom,
        LocalDate lastYearTo,
        @Nullable StandardRef standard,

        List<RankedSubject> ranked,
        List<UnrankedSubject> unranked,
        Computing computing,
        List<Remark> remarks) {

    /** What is ranked. */
    public enum RankingScope {
        CITY,
        COUNTY
    }

    /** One place in the ranking. */
    @Schema(description = "One place in the ranking")
    public record RankedSubject(
            @Schema(description = "Equal indices share a rank")
            int rank,

            SubjectRef subject,
            int stations,
            AirSummary.CompositeFigure composite,

            @Schema(description = "Means of the period; co is the 95th, o3 the 90th percentile of days")
            SixValues statistics,

            @Schema(description = "Smallest number of valid days of the six pollutants")
            int validDays,

            @Nullable Double attainmentRate,

            @Schema(description = "Composite index of the same period of last year") @Nullable
            Double lastYearIndex,

            @Schema(description = "Change on last year in per cent, negative is better; null with a remark") @Nullable
            Double changePercent,

            @Nullable Integer changeRank,
            List<Remark> remarks) {}

    /** A subject without a rank. */
    @Schema(description = "A subject without a rank, and why")
    public record UnrankedSubject(SubjectRef subject, int stations, List<Remark> reasons) {}
}
