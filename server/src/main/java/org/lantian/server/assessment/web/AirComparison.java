package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** One parameter of several subjects, or of one subject in several years. */
@Schema(description = "One parameter of several subjects, or of one subject in several years")
public record AirComparison(
        @Schema(description = "Pollutant code, or aqi") String parameter,
        String label,
        @Schema(description = "Empty for aqi") String unit,
        ComparisonStep step,

        @Schema(description = "What the value of a period is, for example the mean of its valid days")
        BilingualText statistic,

        @Schema(
                description =
                        "Labels of the periods: 2019-01-14, 2019-01 or 2019; without the year (01-14, 01) when years are compared")
        List<String> periods,

        List<ComparisonSeries> series,

        @Schema(description = "Reference state to which gases were brought; null when nothing was converted") @Nullable
        BilingualText referenceState,

        List<Remark> remarks) {

    /** Length of a period. */
    public enum ComparisonStep {
        DAY,
        MONTH,
        YEAR
    }

    /** One line. */
    @Schema(description = "One line; arrays in the order of periods")
    public record ComparisonSeries(
            SubjectRef subject,

            @Schema(description = "The year of the line when years are compared") @Nullable
            Integer year,

            @Schema(description = "Rounded as the standard rounds")
            List<@Nullable Double> values,

            @Schema(description = "Before rounding") List<@Nullable Double> raw,

            @Schema(description = "Valid days behind each value")
            List<Integer> validDays,

            @Schema(description = "Whether a value was converted to the common reference state")
            List<Boolean> converted,

            @Schema(description = "For example that particles across 2018-09-01 can't be compared")
            List<Remark> remarks) {}
}
