package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.caching.RevalidatedByData;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The air on the map: one hour in full, many hours for playback. */
@RestController
@Access(Action.READ_AIR)
@RevalidatedByData
@RequestMapping("/api/v1/air")
@Tag(name = "air")
class MapController {

    private final MapView map;
    private final RequestReader read;

    MapController(MapView map, RequestReader read) {
        this.map = map;
        this.read = read;
    }

    @GetMapping("/map")
    @Operation(operationId = "airMap", summary = "One hour at every station, over counties and cities")
    AirMap map(
            @Parameter(
                            description =
                                    "YYYY-MM-DDTHH:00, city time, the end of the hour; the latest hour with data when left out",
                            example = "2019-01-14T08:00")
                    @RequestParam(required = false)
                    @Nullable
                    String hour) {
        return map.at(read.hourOrLatest("hour", hour));
    }

    @GetMapping("/frames")
    @Operation(operationId = "airFrames", summary = "AQI of all stations hour by hour for playback, at most 31 days")
    AirFrames frames(
            @Parameter(description = "First city day", example = "2019-01-10") @RequestParam String from,
            @Parameter(description = "Last city day", example = "2019-01-16") @RequestParam String to) {
        return map.frames(read.days(from, to, 31));
    }
}
