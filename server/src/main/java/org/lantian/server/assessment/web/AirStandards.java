package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** The law behind the figures. */
@Schema(description = "The law behind the figures, with source and whether it was read")
public record AirStandards(
        List<StandardDocument> documents,
        List<LimitRow> limits,
        List<AqiLevelInfo> levels,
        List<ParameterInfo> parameters) {

    /** One document in one of its phases. */
    @Schema(description = "One document in one of its phases")
    public record StandardDocument(
            String id,

            @Schema(description = "aqi, limits or assessment")
            String subject,

            BilingualText name,
            LocalDate from,
            @Nullable LocalDate to,
            @Schema(description = "read or unverified") String status,

            @Schema(description = "Where it was read, or what is unverified")
            String source) {}

    /** One limit. */
    @Schema(description = "One limit")
    public record LimitRow(
            String standardId,
            String pollutant,
            @Schema(description = "annual, 24h, 8h-max, 1h") String averaging,
            String unit,
            @Nullable Double grade1,
            @Nullable Double grade2,
            String status) {}

    /** A parameter the API speaks of. */
    @Schema(description = "A parameter the API speaks of")
    public record ParameterInfo(
            String code,
            String label,
            BilingualText name,
            String unit,
            @Schema(description = "pollutant or weather") String kind,

            @Schema(description = "Decimals with which a value is shown")
            int decimals) {}
}
