package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.caching.RevalidatedByData;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is: extent of the data, subjects, the law. */
@RestController
@Access(Action.READ_AIR)
@RevalidatedByData
@RequestMapping("/api/v1/air")
@Tag(name = "air", description = "A city's air, assessed by the law")
class AirController {

    private final CatalogView catalog;
    private final StandardsView standards;

    AirController(CatalogView catalog, StandardsView standards) {
        this.catalog = catalog;
        this.standards = standards;
    }

    @GetMapping("/extent")
    @Operation(
            operationId = "airExtent",
            summary = "First and last hour with data, years, stations; whether any data at all")
    AirExtent extent() {
        return catalog.extent();
    }

    @GetMapping("/subjects")
    @Operation(
            operationId = "airSubjects",
            summary = "Stations, counties and cities that can be chosen, with the extent of their data")
    AirSubjects subjects() {
        return catalog.subjects();
    }

    @GetMapping("/standards")
    @Operation(
            operationId = "airStandards",
            summary =
                    "Standards with effective dates, source and read/unverified status; limits; AQI levels; parameters")
    AirStandards standards() {
        return standards.all();
    }
}
