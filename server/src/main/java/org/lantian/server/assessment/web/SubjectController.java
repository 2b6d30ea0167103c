package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.assessment.Subject;
import org.lantian.server.caching.RevalidatedByData;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days, statistics and comparison of stations, counties and cities. */
@RestController
@Access(Action.READ_AIR)
@RevalidatedByData
@RequestMapping("/api/v1/air")
@Tag(name = "air")
class SubjectController {

    static final String SUBJECT = "station:CODE, county:CODE or city:CODE, as /air/subjects lists them";

    private final DaysView days;
    private final SummaryView summary;
    private final ComparisonView comparison;
    private final AttainmentView attainment;
    private final RequestReader read;

    SubjectController(
            DaysView days,
            SummaryView summary,
            ComparisonView comparison,
            AttainmentView attainment,
            RequestReader read) {
        this.days = days;
        this.summary = summary;
        this.comparison = comparison;
        this.attainment = attainment;
        this.read = read;
    }

    @GetMapping("/days")
    @Operation(
            operationId = "airDays",
            summary = "Daily values with validity and AQI, for calendar and charts, at most 731 days")
    AirDays days(
            @Parameter(description = SUBJECT, example = "station:2160A") @RequestParam String subject,
            @Parameter(description = "First city day", example = "2019-01-01") @RequestParam String from,
            @Parameter(description = "Last city day", example = "2019-12-31") @RequestParam String to) {
        return days.of(read.subject("subject", subject), read.days(from, to, 731));
    }

    @GetMapping("/summary")
    @Operation(
            operationId = "airSummary",
            summary =
                    "Percentiles, completeness, exceedances and attainment of a year or a range of at most 366 days, under each standard in force")
    AirSummary summary(
            @Parameter(description = SUBJECT, example = "station:2160A") @RequestParam String subject,
            @Parameter(description = "A calendar year; instead of from and to", example = "2019")
                    @RequestParam(required = false)
                    @Nullable
                    String year,
            @Parameter(description = "First city day", example = "2019-01-01") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "Last city day", example = "2019-03-31") @RequestParam(required = false) @Nullable
                    String to) {
        return summary.of(read.subject("subject", subject), read.period(year, null, from, to, 366));
    }

    @GetMapping("/compare")
    @Operation(
            operationId = "airCompare",
            summary = "One parameter of up to 12 subjects over a range, or of subjects over years laid on each other")
    AirComparison compare(
            @Parameter(description = "1–12 subjects separated by commas", example = "station:2160A,city:140500")
                    @RequestParam
                    String subjects,
            @Parameter(description = "Pollutant code or aqi", example = "pm25") @RequestParam(defaultValue = "pm25")
                    String parameter,
            @Parameter(description = "day (at most 731 days), month or year (at most 20 years)", example = "month")
                    @RequestParam(defaultValue = "month")
                    String step,
            @Parameter(description = "First city day; required without years", example = "2019-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last city day; required without years", example = "2019-12-31")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            description =
                                    "1–10 years separated by commas, instead of from and to: one line per subject and year; step day or month",
                            example = "2018,2019")
                    @RequestParam(required = false)
                    @Nullable
                    String years) {
        List<Subject> chosen = read.subjects("subjects", subjects, 12);
        var what = ComparedParameter.read(read, parameter);
        var by = read.choice("step", step, AirComparison.ComparisonStep.class);
        return years == null
                ? comparison.over(chosen, what, by, read.comparedRange(by, from, to))
                : comparison.overYears(chosen, what, by, read.years("years", years, 10));
    }

    @GetMapping("/attainment")
    @Operation(
            operationId = "airAttainment",
            summary =
                    "Value so far, limit, target and remaining budget of each pollutant; attainment days; autumn–winter assessment")
    AirAttainment attainment(
            @Parameter(description = SUBJECT, example = "city:140500") @RequestParam String subject,
            @Parameter(
                            description = "City day up to which data count; the last day with data when left out",
                            example = "2019-09-30")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf) {
        return attainment.of(read.subject("subject", subject), read.dayOrLatest("asOf", asOf));
    }
}
