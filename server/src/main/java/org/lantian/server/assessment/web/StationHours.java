package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** Hourly series of one station. */
@Schema(description = "Hourly series of one station; arrays run hour by hour from firstHour")
public record StationHours(
        SubjectRef station,
        @Schema(description = "Hour of index 0") String firstHour,
        int hours,
        List<HourlyParameter> parameters,

        @Schema(description = "AQI per hour, null where undefined")
        List<@Nullable Integer> aqi,

        @Schema(description = "Level 1–6 per hour") List<@Nullable Integer> level,

        @Schema(description = "Primary pollutants per hour; empty at AQI ≤ 50 or undefined")
        List<List<String>> primary,

        List<StandardRef> standards,
        List<AqiLevelInfo> levels,
        List<Remark> remarks) {

    /** Values of one parameter. */
    @Schema(description = "Values of one parameter")
    public record HourlyParameter(
            @Schema(example = "pm25") String code,
            @Schema(example = "PM₂.₅") String label,
            @Schema(example = "µg/m³") String unit,

            @Schema(description = "Null where missing: a gap, never joined")
            List<@Nullable Double> values,

            @Schema(description = "Only hours with a flag") List<FlaggedHour> flags,

            @Schema(description = "Limits in force in this range, for labelled lines")
            List<LimitLine> limits,

            int missingHours) {}

    /** An hour whose value deserves a second look. */
    @Schema(description = "An hour whose value deserves a second look")
    public record FlaggedHour(
            int index,

            @Schema(description = "Codes such as negative, stuck, pm-inversion, jump")
            List<String> flags) {}

    /** A limit in force over part of the range. */
    @Schema(description = "A limit in force over part of the range")
    public record LimitLine(
            @Schema(description = "Averaging of the limit: 1h, 24h, 8h-max, annual")
            String averaging,

            double value,
            @Schema(description = "1 or 2 (二级)") int grade,
            String standardId,

            @Schema(description = "First index of the series to which it applies")
            int fromIndex,

            @Schema(description = "Last index, inclusive") int toIndex,
            BilingualText label) {}
}
