package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.lantian.server.caching.RevalidatedByData;
import org.lantian.server.problem.Languages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Daily and monthly tables, to read and as XLSX. */
@RestController
@Access(Action.READ_AIR)
@RevalidatedByData
@RequestMapping("/api/v1/air/tables")
@Tag(name = "air")
class TableController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TableView tables;
    private final TableWorkbook workbook;
    private final RequestReader read;
    private final AuditLog audit;

    TableController(TableView tables, TableWorkbook workbook, RequestReader read, AuditLog audit) {
        this.audit = audit;
        this.tables = tables;
        this.workbook = workbook;
        this.read = read;
    }

    @GetMapping("/daily")
    @Operation(operationId = "airDailyTable", summary = "Daily table of the city, its counties and stations")
    AirTable daily(
            @Parameter(description = "City day; the last day with data when left out", example = "2019-01-14")
                    @RequestParam(required = false)
                    @Nullable
                    String day) {
        return tables.daily(read.dayOrLatest("day", day));
    }

    @GetMapping("/monthly")
    @Operation(operationId = "airMonthlyTable", summary = "Monthly table of the city, its counties and stations")
    AirTable monthly(
            @Parameter(description = "Month; the last month with data when left out", example = "2019-01")
                    @RequestParam(required = false)
                    @Nullable
                    String month) {
        return tables.monthly(read.monthOrLatest("month", month));
    }

    @GetMapping(value = "/daily.xlsx", produces = XLSX)
    @Operation(operationId = "airDailyWorkbook", summary = "The daily table as XLSX, in the language of the request")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> dailyWorkbook(
            @Parameter(description = "City day; the last day with data when left out", example = "2019-01-14")
                    @RequestParam(required = false)
                    @Nullable
                    String day,
            @Parameter(description = "zh or en; by Accept-Language when left out")
                    @RequestParam(required = false)
                    @Nullable
                    String lang,
            HttpServletRequest request) {
        var theDay = read.dayOrLatest("day", day);
        return file(
                "lantian-air-daily-" + theDay + ".xlsx",
                workbook.write(tables.daily(theDay), read.language("lang", lang, Languages.of(request))));
    }

    @GetMapping(value = "/monthly.xlsx", produces = XLSX)
    @Operation(
            operationId = "airMonthlyWorkbook",
            summary = "The monthly table as XLSX, in the language of the request")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> monthlyWorkbook(
            @Parameter(description = "Month; the last month with data when left out", example = "2019-01")
                    @RequestParam(required = false)
                    @Nullable
                    String month,
            @Parameter(description = "zh or en; by Accept-Language when left out")
                    @RequestParam(required = false)
                    @Nullable
                    String lang,
            HttpServletRequest request) {
        var theMonth = read.monthOrLatest("month", month);
        return file(
                "lantian-air-monthly-" + theMonth + ".xlsx",
                workbook.write(tables.monthly(theMonth), read.language("lang", lang, Languages.of(request))));
    }

    private ResponseEntity<byte[]> file(String name, byte[] content) {
        audit.recordBounded(Event.of("data.exported").on(name)); // anybody may, as often as he likes
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
