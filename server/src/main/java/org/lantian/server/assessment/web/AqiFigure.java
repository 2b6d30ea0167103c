package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An air quality index with what HJ 633 derives from it. */
@Schema(description = "An air quality index with what HJ 633 derives from it")
public record AqiFigure(
        @Schema(minimum = "0", maximum = "500") int aqi,

        @Schema(description = "1 (优) … 6 (严重污染)", minimum = "1", maximum = "6")
        int level,

        @Schema(description = "Official colour", example = "#00e400")
        String colour,

        @Schema(description = "Primary pollutants (首要污染物), empty at AQI ≤ 50; codes")
        List<String> primary,

        @Schema(
                description =
                        "Pollutants with an index above 100 (超标污染物); empty under HJ 633—2026, which dropped the notion")
        List<String> exceeding) {}
