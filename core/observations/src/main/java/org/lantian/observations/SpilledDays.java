package org.lantian.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Station-days that have left the memory, in a temporary file of records of equal length; it vanishes when closed. */
final class SpilledDays implements AutoCloseable {

    private static final int WRITE_BYTES = 1 << 20;

    private final FileChannel channel;
    private final int recordLength;
    private final DayIndex index = new DayIndex();
    private final ByteBuffer pending;
    private int written;
    private int records;

    SpilledDays(Path folder, int recordLength) {
        this.recordLength = recordLength;
        int recordBytes = recordLength * Float.BYTES;
        this.pending = ByteBuffer.allocate(Math.max(1, WRITE_BYTES / recordBytes) * recordBytes)
                .order(ByteOrder.nativeOrder());
        try {
            Path path = Files.createTempFile(folder, "import", ".days");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a station-day; it replaces an earlier one. */
    void add(int station, int day, float[] values) {
        if (!pending.hasRemaining()) {
            flush();
        }
        for (float value : values) {
            pending.putFloat(value);
        }
        index.put(station, day, records++);
    }

    /** The values of a station-day, null when there are none. */
    float @Nullable [] find(int station, int day) {
        int number = index.find(station, day);
        if (number < 0) {
            return null;
        }
        flush();
        ByteBuffer bytes = ByteBuffer.allocate(recordLength * Float.BYTES).order(ByteOrder.nativeOrder());
        try {
            long at = (long) number * bytes.capacity();
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, at + bytes.position()) < 0) {
                    throw new IOException("temporary file ends early");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        float[] values = new float[recordLength];
        bytes.flip().asFloatBuffer().get(values);
        return values;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() {
        if (written == records) {
            return;
        }
        pending.flip();
        try {
            while (pending.hasRemaining()) {
                channel.write(pending);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pending.clear();
        written = records;
    }
}
