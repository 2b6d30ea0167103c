package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hourly AQI of all stations for playback, without the figures behind it. */
@Schema(description = "Hourly AQI of all stations for playback")
public record AirFrames(
        @Schema(description = "Hour of the first frame; frames follow hour by hour")
        String firstHour,

        int hours,
        List<String> stations,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "One row per station in the order of stations, one AQI per hour; null where undefined"))
        List<List<@Nullable Integer>> aqi,

        List<AqiLevelInfo> levels) {}
