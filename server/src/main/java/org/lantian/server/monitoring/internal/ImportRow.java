package org.lantian.server.monitoring.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.HourEnding;

/**
 * An import as it stands in table {@code air_import}.
 *
 * @param layout {@code national}, {@code long} or {@code mapped} once the header has been understood
 * @param error why it failed
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
        String actor,
        ImportState state,
        Instant requested,
        @Nullable Instant started,
        @Nullable Instant finished,
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
        @Nullable HourEnding lastHour,
        @Nullable Failure error) {

    /** Why an import failed. */
    public record Failure(String code, BilingualText text) {}
}
