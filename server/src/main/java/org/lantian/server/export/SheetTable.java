package org.lantian.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one plain table, written row after row in constant memory, texts guarded by {@link SafeText}. */
public final class SheetTable implements AutoCloseable {

    /** Rows of a worksheet by ECMA-376, the heading included. */
    public static final int MOST_ROWS = 1_048_576;

    /** Longest text of a cell that spreadsheets accept. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final int FLUSH_EVERY = 1000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /** Begins a table with these headings. */
    public SheetTable(OutputStream out, String name, List<String> headings) {
        workbook = new Workbook(out, "Lantian", "1.0");
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, text(headings.get(column)));
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    /** Adds a row; numbers stay numbers, null is an empty cell, anything else is a text. */
    public void row(List<? extends @Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case Object other -> sheet.value(row, column, text(other.toString()));
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Guarded, without what XML cannot hold, not longer than a cell. */
    public static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        SafeText.cell(text).codePoints().forEach(c -> {
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c < 0xD800
                    || c > 0xDFFF && c < 0xFFFE
                    || c > 0xFFFF;
            clean.appendCodePoint(allowed ? c : 0xFFFD);
        });
        return clean.length() <= MOST_CHARACTERS ? clean.toString() : clean.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
