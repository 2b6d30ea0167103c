package org.lantian.observations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.InputError;

/** Keeps everything that a reader delivers, for tests. */
final class Collected implements ObservationSink {

    record Value(String station, String hour, Quantity quantity, float value, long row) {}

    static final HourEnding LATEST = HourEnding.parse("2026-01-01T00:00");

    final List<String> stations = new ArrayList<>();
    final List<Value> values = new ArrayList<>();
    final List<InputError> rejected = new ArrayList<>();

    private @Nullable ReadSummary summary;

    ReadSummary summary() {
        return Objects.requireNonNull(summary);
    }

    static Collected of(Path path, ReadOptions options) {
        Collected collected = new Collected();
        collected.summary = AirFileReader.read(path, options, collected);
        return collected;
    }

    static Collected of(Path path) {
        return of(path, ReadOptions.of(Quantity.measured(), LATEST));
    }

    static Collected of(Path path, Set<Quantity> quantities) {
        return of(path, ReadOptions.of(quantities, LATEST));
    }

    List<String> rejectedCodes() {
        return rejected.stream().map(InputError::code).toList();
    }

    List<String> printed() {
        return values.stream()
                .map(v -> v.station() + " " + v.hour() + " " + v.quantity().label() + " " + v.value())
                .toList();
    }

    @Override
    public void station(int station, String code) {
        if (station != stations.size()) {
            throw new IllegalStateException("station " + station + " out of turn");
        }
        stations.add(code);
    }

    @Override
    public void value(int station, long epochHour, Quantity quantity, float value, long row) {
        values.add(new Value(stations.get(station), new HourEnding(epochHour).toString(), quantity, value, row));
    }

    @Override
    public void rejected(InputError error) {
        rejected.add(error);
    }
}
