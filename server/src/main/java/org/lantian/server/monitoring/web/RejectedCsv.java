package org.lantian.server.monitoring.web;

import java.util.List;
import java.util.Locale;
import org.lantian.quantities.InputError;

/** Rejected cells as a table that opens in a spreadsheet. */
final class RejectedCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RejectedCsv() {}

    static String of(List<InputError> rejections, Locale language) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK).append("file,row,field,value,code,expected\n");
        for (InputError rejection : rejections) {
            cell(text, rejection.file()).append(',');
            text.append(rejection.row()).append(',');
            cell(text, rejection.field()).append(',');
            cell(text, rejection.value()).append(',');
            cell(text, rejection.code()).append(',');
            cell(text, rejection.expected().in(language).strip()).append('\n');
        }
        return text.toString();
    }

    private static StringBuilder cell(StringBuilder text, String value) {
        String safe = isFormula(value) ? "'" + value : value;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? text.append('"').append(safe.replace("\"", "\"\"")).append('"') : text.append(safe);
    }

    /** Whether a spreadsheet would compute it; a negative number is none. */
    private static boolean isFormula(String value) {
        if (value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0) {
            return false;
        }
        return !value.matches("[+-][0-9.]{1,40}");
    }
}
