package org.lantian.observations;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.InputError;

/**
 * Gathers the values of one file into station-days and hands them on in batches of bounded size.
 *
 * <p>The first value for a station, hour and quantity stands. The same value again is counted as a duplicate, another one
 * is rejected. To know them even when the earlier value has already been handed on, station-days that have left the memory
 * are kept in a {@link SpilledDays temporary file}; a file in the order of time hardly ever looks into it.
 *
 * <p>A station-day may come in several batches when the file is not in order; the values of its batches never overlap.
 */
public final class StationDayCollector implements ObservationSink, AutoCloseable {

    private static final long OFFSET_HOURS = CityTime.OFFSET.getTotalSeconds() / 3600;
    private static final int BLOCK_OVERHEAD_BYTES = 96;

    private final long budgetBytes;
    private final Path temporaryFolder;
    private final Consumer<List<StationDay>> batches;
    private final Consumer<InputError> rejections;

    private @Nullable AirFile file;
    private Quantity[] quantities = {};
    private final int[] place = new int[Quantity.values().length];
    private final List<String> codes = new ArrayList<>();
    /** Per station: its block that was used last; in a file by time nearly always the right one. */
    private final List<@Nullable Block> latest = new ArrayList<>();

    private final DayIndex index = new DayIndex();
    private final List<Block> blocks = new ArrayList<>();
    private int mostBlocks = 1;
    private @Nullable SpilledDays spilled;

    private long lastHour = Long.MIN_VALUE;
    private int lastDay;
    private int lastSlot;

    private long kept;
    private long duplicates;
    private long conflicts;

    /**
     * @param budgetBytes about as much memory a batch may take
     * @param temporaryFolder where to keep what has been handed on, when the file is larger than that
     * @param batches receives the station-days; the last batch on {@link #finish()}
     * @param rejections receives what can't be taken, from the reader and from here
     */
    public StationDayCollector(
            long budgetBytes,
            Path temporaryFolder,
            Consumer<List<StationDay>> batches,
            Consumer<InputError> rejections) {
        this.budgetBytes = budgetBytes;
        this.temporaryFolder = temporaryFolder;
        this.batches = batches;
        this.rejections = rejections;
    }

    /** Values handed on or to be handed on. */
    public long kept() {
        return kept;
    }

    /** Values that stood in the file before and came again unchanged. */
    public long duplicates() {
        return duplicates;
    }

    /** Values that contradict an earlier value of the file; they were rejected. */
    public long conflicts() {
        return conflicts;
    }

    @Override
    public void begin(AirFile begun) {
        file = begun;
        quantities = begun.quantities().stream().sorted().toArray(Quantity[]::new);
        for (int i = 0; i < quantities.length; i++) {
            place[quantities[i].index()] = i * HourEnding.SLOTS_PER_DAY;
        }
        long blockBytes = blockLength() * (long) Float.BYTES + BLOCK_OVERHEAD_BYTES;
        mostBlocks = Math.clamp(budgetBytes / blockBytes, 1, 1 << 24);
    }

    @Override
    public void station(int station, String code) {
        codes.add(code);
        latest.add(null);
    }

    @Override
    public void value(int station, long epochHour, Quantity quantity, float value, long row) {
        if (epochHour != lastHour) {
            long hour = epochHour + OFFSET_HOURS - 1;
            lastDay = (int) Math.floorDiv(hour, (long) HourEnding.SLOTS_PER_DAY);
            lastSlot = (int) Math.floorMod(hour, (long) HourEnding.SLOTS_PER_DAY);
            lastHour = epochHour;
        }
        Block block = latest.get(station);
        if (block == null || block.day != lastDay) {
            block = block(station, lastDay);
            latest.set(station, block);
        }
        int at = place[quantity.index()] + lastSlot;
        float earlier = block.values[at];
        if (Float.isNaN(earlier) && block.earlier != null) {
            earlier = block.earlier[at];
        }
        if (Float.isNaN(earlier)) {
            block.values[at] = value;
            kept++;
        } else if (earlier == value) {
            duplicates++;
        } else {
            reject(station, epochHour, quantity, value, earlier, row);
        }
    }

    @Override
    public void rejected(InputError error) {
        rejections.accept(error);
    }

    /** Hands on what is left; nothing may be added afterwards. */
    public void finish() {
        handOn();
    }

    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
    }

    private Block block(int station, int day) {
        int known = index.find(station, day);
        if (known >= 0) {
            return blocks.get(known);
        }
        if (blocks.size() >= mostBlocks) {
            spill();
            handOn();
        }
        Block block = new Block(station, day, new float[blockLength()]);
        Arrays.fill(block.values, Float.NaN);
        if (spilled != null) {
            block.earlier = spilled.find(station, day);
        }
        index.put(station, day, blocks.size());
        blocks.add(block);
        return block;
    }

    private void spill() {
        if (spilled == null) {
            spilled = new SpilledDays(temporaryFolder, blockLength());
        }
        for (Block block : blocks) {
            spilled.add(block.station, block.day, block.merged());
        }
    }

    private void handOn() {
        List<StationDay> days = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            days.add(new StationDay(
                    codes.get(block.station), LocalDate.ofEpochDay(block.day), quantities, block.values));
        }
        blocks.clear();
        index.clear();
        latest.replaceAll(block -> null);
        if (!days.isEmpty()) {
            batches.accept(days);
        }
    }

    private int blockLength() {
        return quantities.length * HourEnding.SLOTS_PER_DAY;
    }

    private void reject(int station, long epochHour, Quantity quantity, float value, float earlier, long row) {
        conflicts++;
        String code = codes.get(station);
        String what = code + " " + new HourEnding(epochHour) + " " + quantity.label();
        String name = file == null ? "" : file.name();
        boolean national = file != null && file.layout() == AirFile.Layout.NATIONAL;
        rejections.accept(new InputError(
                "import.duplicate-hour",
                name,
                row,
                national ? code : quantity.label(),
                Float.toString(value),
                new BilingualText(
                        "每个站点、时刻、项目只有一个值；" + what + " 在前面已为 " + earlier,
                        "one value for each station, hour and quantity; " + what + " was " + earlier + " before")));
    }

    /** One station-day in the making; index = quantity × 24 + slot − 1. */
    private static final class Block {
        final int station;
        final int day;
        final float[] values;
        /** What earlier batches held for the same station-day. */
        float @Nullable [] earlier;

        Block(int station, int day, float[] values) {
            this.station = station;
            this.day = day;
            this.values = values;
        }

        float[] merged() {
            if (earlier == null) {
                return values;
            }
            float[] merged = earlier.clone();
            for (int i = 0; i < merged.length; i++) {
                merged[i] = Float.isNaN(values[i]) ? merged[i] : values[i];
            }
            return merged;
        }
    }
}
