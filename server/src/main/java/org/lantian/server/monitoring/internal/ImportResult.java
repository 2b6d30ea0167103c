package org.lantian.server.monitoring.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.observations.ReadSummary;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.InputError;

/**
 * What came out of working on a file.
 *
 * @param summary what the reader counted; empty when the file could not be read to its end
 * @param counts what became of the values
 * @param duplicates values that came twice in the file
 * @param rejected values that were not taken
 * @param rejections which they were, the first of them
 */
record ImportResult(
        Optional<ReadSummary> summary,
        ImportCounts counts,
        long duplicates,
        long rejected,
        List<InputError> rejections,
        @Nullable HourEnding firstHour,
        @Nullable HourEnding lastHour) {}
