package org.lantian.cli.air;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.lantian.observations.AirFileReader;
import org.lantian.observations.ObservationSink;
import org.lantian.observations.Quantity;
import org.lantian.observations.ReadOptions;
import org.lantian.observations.ReadSummary;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.InputError;

/**
 * Hours of many stations, read from files of hourly air data. Where files or rows contradict each other, the later
 * one holds, and the contradictions are counted.
 */
public final class HourTable {

    /** Files on disk are computed whatever their dates: rules to come can be tried out. */
    private static final HourEnding NO_LATEST = HourEnding.at(LocalDate.of(2200, 1, 1), 0);

    private static final int REJECTIONS_KEPT = 5;
    private static final long CITY_OFFSET_HOURS = CityTime.OFFSET.getTotalSeconds() / 3600;

    private final List<Quantity> quantities;
    private final Map<String, StationHours> stations = new LinkedHashMap<>();
    private final List<InputError> firstRejections = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long skippedStationValues;
    private long contradictions;

    private HourTable(List<Quantity> quantities) {
        this.quantities = List.copyOf(quantities);
    }

    /**
     * Reads files, several at once.
     *
     * @param quantities what to keep, in the order in which the table numbers them
     * @param stations codes of the stations to keep
     * @param threads most files read at once
     * @throws DomainException when a file can't be read or when no file has any acceptable value
     */
    public static HourTable read(List<Path> files, List<Quantity> quantities, Predicate<String> stations, int threads) {
        HourTable table = new HourTable(quantities);
        try (ExecutorService readers = Executors.newFixedThreadPool(Math.min(threads, files.size()))) {
            List<Future<HourTable>> parts = files.stream()
                    .map(file -> readers.submit(() -> readOne(file, quantities, stations)))
                    .toList();
            try {
                for (Future<HourTable> part : parts) {
                    table.takeOver(await(part));
                }
            } finally {
                readers.shutdownNow();
            }
        }
        if (table.accepted == 0) {
            throw new DomainException(nothing(files, table));
        }
        return table;
    }

    private static HourTable await(Future<HourTable> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static InputError nothing(List<Path> files, HourTable table) {
        return table.firstRejections.isEmpty()
                ? new InputError(
                        "air.nothing",
                        files.getFirst().toString(),
                        0,
                        "",
                        "",
                        new BilingualText(
                                "至少有一个小时浓度（六项污染物）", "at least one hourly concentration of the six pollutants"))
                : table.firstRejections.getFirst();
    }

    private static HourTable readOne(Path file, List<Quantity> quantities, Predicate<String> stations) {
        HourTable table = new HourTable(quantities);
        Filler filler = new Filler(table);
        ReadOptions options =
                ReadOptions.of(EnumSet.copyOf(quantities), NO_LATEST).withStations(stations);
        ReadSummary summary = AirFileReader.read(file, file.toString(), options, filler);
        table.accepted = summary.accepted();
        table.rejected = summary.rejected();
        table.skippedStationValues = summary.skippedStations().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return table;
    }

    /** Fills the table from one file. */
    private static final class Filler implements ObservationSink {
        private final HourTable table;
        private final int[] position = new int[Quantity.values().length];
        private StationHours[] byNumber = new StationHours[0];

        Filler(HourTable table) {
            this.table = table;
            Arrays.fill(position, -1);
            for (int i = 0; i < table.quantities.size(); i++) {
                position[table.quantities.get(i).ordinal()] = i;
            }
        }

        @Override
        public void station(int station, String code) {
            byNumber = Arrays.copyOf(byNumber, station + 1);
            byNumber[station] = table.stationToFill(code);
        }

        @Override
        public void value(int station, long epochHour, Quantity quantity, float value, long row) {
            // the city day and slot of HourEnding, without an object for each value
            long hourOfCity = epochHour + CITY_OFFSET_HOURS - 1;
            int day = (int) Math.floorDiv(hourOfCity, 24L);
            int slot = (int) Math.floorMod(hourOfCity, 24L) + 1;
            if (byNumber[station].set(position[quantity.ordinal()], day, slot, value)) {
                table.contradictions++;
            }
        }

        @Override
        public void rejected(InputError error) {
            if (table.firstRejections.size() < REJECTIONS_KEPT) {
                table.firstRejections.add(error);
            }
        }
    }

    private StationHours stationToFill(String code) {
        return stations.computeIfAbsent(code, c -> new StationHours(c, quantities));
    }

    private void takeOver(HourTable other) {
        other.stations.forEach((code, hours) -> {
            StationHours mine = stations.get(code);
            if (mine == null) {
                stations.put(code, hours);
            } else {
                contradictions += mine.takeOver(hours);
            }
        });
        other.firstRejections.stream()
                .limit(REJECTIONS_KEPT - firstRejections.size())
                .forEach(firstRejections::add);
        accepted += other.accepted;
        rejected += other.rejected;
        skippedStationValues += other.skippedStationValues;
        contradictions += other.contradictions;
    }

    /** Stations in the order in which the files name them. */
    public Collection<StationHours> stations() {
        return stations.values();
    }

    /** The first cells that could not be taken, at most five. */
    public List<InputError> firstRejections() {
        return List.copyOf(firstRejections);
    }

    public long accepted() {
        return accepted;
    }

    public long rejected() {
        return rejected;
    }

    /** Values of stations that nobody asked for. */
    public long skippedStationValues() {
        return skippedStationValues;
    }

    /** How often a later value replaced a different earlier one. */
    public long contradictions() {
        return contradictions;
    }
}
