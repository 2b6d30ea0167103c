package org.lantian.observations;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lantian.quantities.HourEnding;

/**
 * What a caller wants of a file.
 *
 * @param quantities what to deliver; other known quantities are skipped and counted
 * @param stations whose values to deliver; others are skipped and counted
 * @param latest the last hour that can have been measured; later ones are rejected as future
 * @param mapping how to read a file with a column per parameter; absent for the layouts that explain themselves
 * @param progress told now and then how far the reader is; may throw to stop it
 */
public record ReadOptions(
        Set<Quantity> quantities,
        Predicate<String> stations,
        HourEnding latest,
        Optional<ColumnMapping> mapping,
        Progress progress) {

    /** Hears how many bytes of the (packed) file have been read. */
    @FunctionalInterface
    public interface Progress {
        void read(long bytes, long total);
    }

    public ReadOptions {
        quantities = Set.copyOf(quantities);
    }

    /** These quantities of all stations up to an hour. */
    public static ReadOptions of(Set<Quantity> quantities, HourEnding latest) {
        return new ReadOptions(quantities, code -> true, latest, Optional.empty(), (bytes, total) -> {});
    }

    public ReadOptions withStations(Predicate<String> wanted) {
        return new ReadOptions(quantities, wanted, latest, mapping, progress);
    }

    public ReadOptions withMapping(ColumnMapping columns) {
        return new ReadOptions(quantities, stations, latest, Optional.of(columns), progress);
    }

    public ReadOptions withProgress(Progress listener) {
        return new ReadOptions(quantities, stations, latest, mapping, listener);
    }
}
