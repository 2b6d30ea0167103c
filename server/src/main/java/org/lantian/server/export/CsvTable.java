package org.lantian.server.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV table as it is written, row after row: UTF-8 with a byte order mark so that spreadsheets read Chinese, texts guarded by
 * {@link SafeText}.
 */
public final class CsvTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final int columns;

    /** Begins a table with these headings. */
    public CsvTable(Writer out, String... headings) {
        this.out = out;
        this.columns = headings.length;
        try {
            out.append(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row(Arrays.asList((@Nullable Object[]) headings));
    }

    /** Adds a row; numbers stand as they are, null is an empty cell, anything else is a text. */
    public void row(List<? extends @Nullable Object> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
        }
        try {
            for (int i = 0; i < columns; i++) {
                Object cell = cells.get(i);
                out.append(i == 0 ? "" : ",");
                out.append(
                        cell == null
                                ? ""
                                : cell instanceof Number number ? number.toString() : SafeText.csv(cell.toString()));
            }
            out.append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
