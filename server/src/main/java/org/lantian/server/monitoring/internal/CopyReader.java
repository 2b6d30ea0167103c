package org.lantian.server.monitoring.internal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows in the binary format of PostgreSQL's COPY, one after another; the counterpart of {@link CopyRows}. Numbers
 * go straight into primitive arrays: the driver's own way would box each.
 */
final class CopyReader implements AutoCloseable {

    private static final int HEADER_BYTES = 11 + 2 * Integer.BYTES;
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private final CopyOut copy;
    private ByteBuffer row = ByteBuffer.allocate(0);
    private boolean first = true;

    /** @param query a SELECT of which no part comes from outside: COPY takes no parameters */
    CopyReader(Connection connection, String query) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    }

    /** Moves to the next row; false at the end. */
    boolean next() throws SQLException {
        byte[] bytes = copy.readFromCopy();
        if (bytes == null) {
            return false;
        }
        row = ByteBuffer.wrap(bytes);
        if (first) {
            // The server sends the header alone or before the first row.
            row.position(HEADER_BYTES);
            first = false;
            if (!row.hasRemaining()) {
                return next();
            }
        }
        if (row.getShort() >= 0) {
            return true;
        }
        // The trailer; only when the driver has seen the end of the copy can the connection do something else.
        while (copy.readFromCopy() != null) {
            // nothing is expected here
        }
        return false;
    }

    int readInt() {
        row.getInt();
        return row.getInt();
    }

    short readShort() {
        row.getInt();
        return row.getShort();
    }

    long readEpochDay() {
        return readInt() + POSTGRES_EPOCH_DAY;
    }

    /** Reads an array of floats into a place; false and nothing read when it is NULL. */
    boolean readFloats(float[] into, int at) {
        if (row.getInt() < 0) {
            return false;
        }
        int count = beginArray();
        for (int i = 0; i < count; i++) {
            row.getInt();
            into[at + i] = row.getFloat();
        }
        return true;
    }

    /** Reads an array of shorts into a place; false and nothing read when it is NULL. */
    boolean readShorts(short[] into, int at) {
        if (row.getInt() < 0) {
            return false;
        }
        int count = beginArray();
        for (int i = 0; i < count; i++) {
            row.getInt();
            into[at + i] = row.getShort();
        }
        return true;
    }

    int @Nullable [] readInts() {
        if (row.getInt() < 0) {
            return null;
        }
        int[] values = new int[beginArray()];
        for (int i = 0; i < values.length; i++) {
            row.getInt();
            values[i] = row.getInt();
        }
        return values;
    }

    byte @Nullable [] readBytes() {
        int length = row.getInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        row.get(bytes);
        return bytes;
    }

    /** Skips dimension, null flag, type and lower bound. */
    private int beginArray() {
        row.position(row.position() + 3 * Integer.BYTES);
        int count = row.getInt();
        row.getInt();
        return count;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
