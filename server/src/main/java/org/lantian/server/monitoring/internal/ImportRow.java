package org.lantian.server.monitoring.internal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.HourEnding;

/**
 * An import as it stands in table {@code air_import}: what it is to do, and what it did.
 *
 * @param jobId the job that does it
 * @param sha256 of the file, lower-case hexadecimal, once it has been read
 * @param stored whether its values stand in the tables
 * @param originalKept whether its file lies in the store of files
 * @param layout {@code national}, {@code long} or {@code mapped} once the header has been understood
 */
public record ImportRow(
        int id,
        String fileName,
        String filePath,
        boolean fileIsOurs,
        long fileBytes,
        Optional<ImportRequest.Mapping> mapping,
        boolean dryRun,
        boolean strict,
        long jobId,
        @Nullable String sha256,
        boolean stored,
        boolean originalKept,
        @Nullable String layout,
        @Nullable String encoding,
        long rows,
        ImportCounts counts,
        long duplicates,
        long rejected,
        long skipped,
        Map<String, Long> skippedQuantities,
        Map<String, Long> skippedStations,
        @Nullable HourEnding firstHour,
        @Nullable HourEnding lastHour) {}
