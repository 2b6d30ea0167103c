package org.lantian.server.monitoring.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.HourEnding;
import org.lantian.server.jobs.Job;
import org.lantian.server.monitoring.internal.AirImport;
import org.lantian.server.monitoring.internal.ImportRow;

/**
 * An import as a client sees it. Counts are of values.
 *
 * @param job number of the job that does it
 * @param by who asked for it
 * @param sha256 of the file, once it has been read
 * @param state queued, running, done, failed or cancelled
 * @param progress part that is done, 0–1
 * @param accepted new values: nothing stood there before
 * @param revised values that replaced another one
 * @param unchanged values that stood there before
 * @param duplicates values that came twice in the file
 * @param rejected values that can't be taken
 * @param skipped values of rows and stations that are not kept
 * @param flagged values of the file that carry a quality flag
 * @param skippedQuantities skipped values by name of the quantity
 * @param skippedStations skipped values by station
 * @param firstHour first hour with a value, city time
 * @param lastHour last hour with a value, city time
 * @param code why it failed, for programs
 * @param message why it failed, for a person
 * @param original where the file can be had as it was imported, null when it was not kept
 * @param rejectedFile where the rejected cells can be had, null when there are none
 */
record ImportView(
        int id,
        String fileName,
        long fileBytes,
        @Nullable String mapping,
        boolean dryRun,
        boolean strict,
        long job,
        String by,
        @Nullable String sha256,

        @Schema(allowableValues = {"queued", "running", "done", "failed", "cancelled"})
        String state,

        double progress,
        OffsetDateTime requested,
        @Nullable OffsetDateTime started,
        @Nullable OffsetDateTime finished,

        @Schema(allowableValues = {"national", "long", "mapped"}) @Nullable
        String layout,

        @Nullable String encoding,
        long rows,
        long accepted,
        long revised,
        long unchanged,
        long duplicates,
        long rejected,
        long skipped,
        long flagged,
        Map<String, Long> skippedQuantities,
        Map<String, Long> skippedStations,
        @Nullable String firstHour,
        @Nullable String lastHour,
        @Nullable String code,
        @Nullable String message,
        @Nullable String original,
        @Nullable String rejectedFile) {

    static ImportView of(AirImport found, Locale language) {
        ImportRow row = found.row();
        Job job = found.job();
        return new ImportView(
                row.id(),
                row.fileName(),
                row.fileBytes(),
                row.mapping().map(mapping -> mapping.name()).orElse(null),
                row.dryRun(),
                row.strict(),
                job.id(),
                job.owner().name(),
                row.sha256(),
                job.state().code(),
                Math.round(job.progress() * 1000) / 1000.0,
                inCityTime(job.requested()),
                optional(job.started()),
                optional(job.finished()),
                row.layout(),
                row.encoding(),
                row.rows(),
                row.counts().accepted(),
                row.counts().revised(),
                row.counts().unchanged(),
                row.duplicates(),
                row.rejected(),
                row.skipped(),
                row.counts().flagged(),
                row.skippedQuantities(),
                row.skippedStations(),
                text(row.firstHour()),
                text(row.lastHour()),
                job.failure().map(Job.Failure::code).orElse(null),
                job.failure().map(failure -> failure.text().in(language)).orElse(null),
                row.originalKept() ? "/api/v1/files/" + row.sha256() + "/original" : null,
                row.rejected() == 0 ? null : "/api/v1/imports/" + row.id() + "/rejected.csv");
    }

    private static @Nullable String text(@Nullable HourEnding hour) {
        return hour == null ? null : hour.toString();
    }

    private static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
        return instant == null ? null : inCityTime(instant);
    }

    private static OffsetDateTime inCityTime(Instant instant) {
        return instant.atOffset(CityTime.OFFSET);
    }
}
