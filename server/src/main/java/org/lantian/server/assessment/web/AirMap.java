package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** The air of one hour at every station, and over counties and cities. */
@Schema(description = "The air of one hour at every station, and over counties and cities")
public record AirMap(
        @Schema(example = "2019-01-14T08:00") String hour,

        @Schema(description = "Null when no standard was in force on that city day") @Nullable
        StandardRef standard,

        List<AqiLevelInfo> levels,
        List<MapStation> stations,
        List<MapArea> areas,
        List<Remark> remarks) {

    /** One station in that hour. */
    @Schema(description = "One station in that hour")
    public record MapStation(
            String code,
            BilingualText name,
            double longitude,
            double latitude,
            @Nullable String areaCode,
            @Nullable BilingualText areaName,
            String cityCode,
            BilingualText cityName,
            boolean own,

            @Schema(description = "YES, NO or UNKNOWN: clean comparison point (清洁对照点)")
            String cleanPoint,

            @Schema(description = "Hourly means as reported")
            SixValues values,

            @Schema(description = "Individual indices, null where there is none")
            SixIndices indices,

            @Schema(description = "Null when the standard gives none, for example with a pollutant missing") @Nullable
            AqiFigure aqi,

            @Schema(description = "Codes of quality flags per pollutant code; only pollutants with a flag")
            Map<String, List<String>> flags,

            @Nullable Wind wind) {}

    /** Individual indices (IAQI) of the hour. */
    @Schema(description = "Individual indices (IAQI), null where there is none")
    public record SixIndices(
            @Nullable Integer so2,
            @Nullable Integer no2,
            @Nullable Integer pm10,
            @Nullable Integer co,
            @Nullable Integer o3,
            @Nullable Integer pm25) {}

    /** Wind at a station. */
    @Schema(description = "Wind at a station")
    public record Wind(
            double speedMetresPerSecond,

            @Schema(description = "From which it blows, clockwise from north; null in calm") @Nullable
            Double directionDegrees) {}

    /** A county or city in that hour. */
    @Schema(description = "A county or city in that hour: mean over its stations, never interpolated")
    public record MapArea(
            SubjectRef subject,
            @Schema(description = "Stations that count") int stations,

            @Schema(description = "Stations with all six pollutants in this hour")
            int reporting,

            SixValues values,
            @Nullable AqiFigure aqi,

            @Schema(description = "Why there is no value, or what limits it")
            List<Remark> remarks) {}
}
