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

/** Ranking of cities and of counties. */
@RestController
@Access(Action.READ_AIR)
@RevalidatedByData
@RequestMapping("/api/v1/air")
@Tag(name = "air")
class RankingController {

    private final RankingView ranking;
    private final RequestReader read;

    RankingController(RankingView ranking, RequestReader read) {
        this.ranking = ranking;
        this.read = read;
    }

    @GetMapping("/ranking")
    @Operation(
            operationId = "airRanking",
            summary =
                    "Composite index with the part of each pollutant, rank and change on the same period of last year, over at most 366 days")
    AirRanking ranking(
            @Parameter(description = "city or county", example = "city") @RequestParam(defaultValue = "city")
                    String scope,
            @Parameter(description = "A calendar year; or month, or from and to", example = "2019")
                    @RequestParam(required = false)
                    @Nullable
                    String year,
            @Parameter(description = "A month", example = "2019-01") @RequestParam(required = false) @Nullable
                    String month,
            @Parameter(description = "First city day", example = "2019-01-01") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "Last city day", example = "2019-03-31") @RequestParam(required = false) @Nullable
                    String to) {
        return ranking.of(
                read.choice("scope", scope, AirRanking.RankingScope.class), read.period(year, month, from, to, 366));
    }
}
