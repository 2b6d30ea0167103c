package org.lantian.server.monitoring.web;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.lantian.quantities.InputError;
import org.lantian.server.export.CsvTable;

/** Rejected cells as a table that opens in a spreadsheet. */
final class RejectedCsv {

    private RejectedCsv() {}

    static String of(List<InputError> rejections, Locale language) {
        StringWriter text = new StringWriter();
        CsvTable table = new CsvTable(text, "file", "row", "field", "value", "code", "expected");
        for (InputError rejection : rejections) {
            table.row(List.of(
                    rejection.file(),
                    rejection.row(),
                    rejection.field(),
                    rejection.value(),
                    rejection.code(),
                    rejection.expected().in(language).strip()));
        }
        return text.toString();
    }
}
