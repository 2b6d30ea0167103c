package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.caching.RevalidatedByData;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What only a station has: its hours, and its wind. */
@RestController
@Access(Action.READ_AIR)
@RevalidatedByData
@RequestMapping("/api/v1/air/stations/{code}")
@Tag(name = "air")
class StationController {

    private final StationView station;
    private final RoseView rose;
    private final RequestReader read;

    StationController(StationView station, RoseView rose, RequestReader read) {
        this.station = station;
        this.rose = rose;
        this.read = read;
    }

    @GetMapping("/hourly")
    @Operation(
            operationId = "airStationHours",
            summary = "Hourly series with flags, AQI and the limits in force, at most 92 days")
    StationHours hourly(
            @Parameter(description = "Station code", example = "2160A") @PathVariable String code,
            @Parameter(description = "First city day", example = "2019-01-01") @RequestParam String from,
            @Parameter(description = "Last city day", example = "2019-01-31") @RequestParam String to) {
        return station.hours(read.station(code), read.days(from, to, 92));
    }

    @GetMapping("/pollution-rose")
    @Operation(
            operationId = "airPollutionRose",
            summary = "Wind sectors by classes of concentration or of speed, at most 1,830 days")
    PollutionRose rose(
            @Parameter(description = "Station code", example = "1001A") @PathVariable String code,
            @Parameter(description = "First city day", example = "2016-01-01") @RequestParam String from,
            @Parameter(description = "Last city day", example = "2016-12-31") @RequestParam String to,
            @Parameter(description = "Pollutant code", example = "pm25") @RequestParam(defaultValue = "pm25")
                    String pollutant,
            @Parameter(description = "What the classes divide: concentration or speed")
                    @RequestParam(defaultValue = "concentration")
                    String kind) {
        return rose.of(
                read.station(code),
                read.days(from, to, 1830),
                read.pollutant("pollutant", pollutant),
                read.choice("kind", kind, PollutionRose.RoseKind.class));
    }
}
