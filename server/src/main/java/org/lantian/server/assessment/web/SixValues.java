package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One figure for each of the six pollutants; null where there is none. In µg/m³, CO in mg/m³. */
@Schema(description = "One figure per pollutant, null where there is none; µg/m³, CO mg/m³")
public record SixValues(
        @Nullable Double so2,
        @Nullable Double no2,
        @Nullable Double pm10,
        @Nullable Double co,
        @Nullable Double o3,
        @Nullable Double pm25) {}
