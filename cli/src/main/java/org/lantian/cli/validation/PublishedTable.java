package org.lantian.cli.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lantian.cli.air.HourTable;
import org.lantian.cli.air.StationHours;
import org.lantian.observations.Quantity;

/** Files of the national network with all their rows: hourly concentrations and what the network derived from them. */
public final class PublishedTable {

    private static final List<Quantity> QUANTITIES = List.of(
            Quantity.SO2,
            Quantity.NO2,
            Quantity.PM10,
            Quantity.CO,
            Quantity.O3,
            Quantity.PM25,
            Quantity.AQI,
            Quantity.SO2_24H,
            Quantity.NO2_24H,
            Quantity.PM10_24H,
            Quantity.CO_24H,
            Quantity.PM25_24H,
            Quantity.O3_24H,
            Quantity.O3_8H_24H);

    private PublishedTable() {}

    /** All {@code .csv.gz} files of a folder. */
    public static HourTable read(Path folder, int threads) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.map(Path::toString)
                    .filter(f -> f.endsWith(".csv.gz"))
                    .sorted()
                    .map(Path::of)
                    .toList();
            return HourTable.read(sorted, QUANTITIES, code -> true, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static float value(StationHours station, Quantity quantity, int day, int slot) {
        return station.value(QUANTITIES.indexOf(quantity), day, slot);
    }

    static float[] day(StationHours station, Quantity quantity, int day) {
        return station.day(QUANTITIES.indexOf(quantity), day);
    }
}
