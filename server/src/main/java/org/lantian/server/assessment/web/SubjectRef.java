package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** Something whose air is assessed: a station, a county (or functional area), or a city. */
@Schema(description = "A station, a county (or functional area) or a city")
public record SubjectRef(
        @Schema(description = "Used wherever a subject is asked for", example = "station:2160A")
        String key,

        Kind kind,

        @Schema(description = "Station code or area code", example = "2160A")
        String id,

        BilingualText name,

        @Schema(description = "Code of the city it belongs to", example = "140500")
        String cityCode,

        BilingualText cityName,

        @Schema(description = "Code of the county a station belongs to, null where it isn't known") @Nullable
        String areaCode) {

    /** What kind of subject. */
    public enum Kind {
        STATION,
        COUNTY,
        CITY
    }
}
