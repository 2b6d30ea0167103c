package org.lantian.server.city.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.caching.RevalidatedByData;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.problem.ApiError;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The city that this server serves. */
@RestController
@RequestMapping("/api/v1/city")
@Access(Action.READ_AIR)
@Tag(name = "city")
class CityController {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private final CityCatalog catalog;
    private final CityView city;
    private final Optional<BoundaryDocument> boundaries;

    CityController(CityCatalog catalog) {
        this.catalog = catalog;
        this.city = CityView.of(catalog);
        this.boundaries = catalog.boundaryFile().map(BoundaryDocument::read);
    }

    @GetMapping
    @RevalidatedByData
    @Operation(summary = "城市、区县、站点、目标及各项来源 / the city, its counties, stations and targets, each with its source")
    CityView city() {
        return city;
    }

    @GetMapping("/boundaries")
    @Operation(
            summary = "区县边界（GeoJSON，WGS-84） / outlines of the counties",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "FeatureCollection; property code is the code of the area",
                        content = @Content(mediaType = "application/geo+json", schema = @Schema(type = "object"))),
                @ApiResponse(responseCode = "304", description = "unchanged", content = @Content),
                @ApiResponse(responseCode = "404", description = "the pack was not built", content = @Content)
            })
    ResponseEntity<byte[]> boundaries() {
        BoundaryDocument document = boundaries.orElseThrow(CityController::notBuilt);
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.noCache())
                .eTag(document.entityTag())
                .body(document.content());
    }

    @GetMapping("/calendar")
    @RevalidatedByData
    @Operation(summary = "一年的工作日与节假日 / working days and holidays of a year")
    CalendarView calendar(
            @Parameter(description = "year, 1949–2100; without it the present one in city time")
                    @RequestParam(required = false)
                    Optional<Integer> year) {
        int asked = year.orElseGet(() -> CityTime.today(Clock.systemUTC()).getYear());
        if (asked < FIRST_YEAR || asked > LAST_YEAR) {
            throw ApiError.badParameter(
                    "year",
                    Integer.toString(asked),
                    new BilingualText(FIRST_YEAR + "–" + LAST_YEAR, FIRST_YEAR + "–" + LAST_YEAR));
        }
        return CalendarView.of(catalog, asked);
    }

    private static DomainException notBuilt() {
        return new DomainException(new ApiError(
                404,
                "city.boundaries-not-built",
                new BilingualText(
                        "城市包还没有边界文件：运行 node cities/build/main.js 后重启。",
                        "The city pack has no outlines yet: run node cities/build/main.js and restart."),
                Map.of()));
    }
}
