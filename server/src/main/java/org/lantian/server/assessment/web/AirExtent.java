package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** What data there is; pages open at its last hour. */
@Schema(description = "What data there is; pages open at its last hour")
public record AirExtent(
        boolean hasData,
        String cityCode,
        BilingualText cityName,
        @Schema(example = "2019-01-01T01:00") @Nullable String firstHour,
        @Schema(example = "2020-01-01T00:00") @Nullable String lastHour,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Schema(description = "Years with data, rising") List<Integer> years,

        @Schema(description = "Stations the city pack knows")
        int stations,

        int stationsWithData,

        @Schema(description = "Stations that reported wind in the data held")
        List<String> stationsWithWind,

        Computing computing) {}
