package org.lantian.server.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guard against formula injection (OWASP ASVS 5.0, 1.2.10). A spreadsheet takes a cell for a formula when its text begins
 * with one of {@code = + - @}, their full-width forms, a tab or a line end; an apostrophe before it makes it plain text. Every text
 * that goes into a CSV or XLSX file passes here; numbers don't need to.
 */
public final class SafeText {

    /** White space and invisible characters that spreadsheets skip, then a character with which formulas begin. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Cf}\\p{Z}\\p{Cc}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]|^[\\t\\r\\n\\u0000]");

    /** The same behind a character at which a spreadsheet set to another locale begins a new cell. */
    private static final Pattern FORMULA_IN_NEXT_CELL =
            Pattern.compile("([,;|\\t\\r\\n])([\\s\\p{Cf}\\p{Z}\\p{Cc}\"']*)([=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    /** A signed number is no formula. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?%?");

    private SafeText() {}

    /** A text that no spreadsheet computes, not even after it was saved as CSV and opened again. */
    public static String cell(String text) {
        return FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /**
     * A whole CSV field: a text that no spreadsheet computes, quoted where it has to be. Where another locale's list
     * separator would break the field in two, the part behind it is no formula either.
     */
    public static String csv(String text) {
        String safe = cell(text);
        Matcher next = FORMULA_IN_NEXT_CELL.matcher(safe);
        safe = next.replaceAll("$1$2'$3");
        boolean quote = safe.chars().anyMatch(c -> ",;|\t\"\r\n".indexOf(c) >= 0);
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
