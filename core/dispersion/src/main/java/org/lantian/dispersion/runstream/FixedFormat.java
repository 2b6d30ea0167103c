package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields of fixed width, as a Fortran format describes them: {@code (i2,3i3,f9.3)}.
 *
 * @param columns where each field begins and ends, and its decimals (those of a number written without a point)
 */
public record FixedFormat(List<Column> columns) {

    private static final Pattern ITEM = Pattern.compile("(\\d*)([IFEX])(\\d*)(?:\\.(\\d+))?");

    /** One field; the end is exclusive. */
    public record Column(int start, int end, int decimals) {}

    static FixedFormat of(Statement statement, String text) {
        String upper = text.toUpperCase(Locale.ROOT).replace(" ", "");
        if (!upper.startsWith("(") || !upper.endsWith(")")) {
            throw wrong(statement, text);
        }
        List<Column> columns = new ArrayList<>();
        int position = 0;
        for (String item : upper.substring(1, upper.length() - 1).split(",", -1)) {
            Matcher matcher = ITEM.matcher(item);
            if (!matcher.matches()) {
                throw wrong(statement, text);
            }
            int repeat = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
            if (matcher.group(2).equals("X")) {
                position += repeat;
                continue;
            }
            if (matcher.group(3).isEmpty()) {
                throw wrong(statement, text);
            }
            int width = Integer.parseInt(matcher.group(3));
            int decimals = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
            for (int i = 0; i < repeat; i++) {
                columns.add(new Column(position, position + width, decimals));
                position += width;
            }
        }
        return new FixedFormat(List.copyOf(columns));
    }

    /** The numbers of a line; NaN for a field that holds none. */
    double[] read(String line) {
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            String text = line.substring(Math.min(column.start, line.length()), Math.min(column.end, line.length()))
                    .strip();
            double value = FortranText.number(text);
            values[i] = text.indexOf('.') < 0 ? value / Math.pow(10, column.decimals) : value;
        }
        return values;
    }

    private static RuntimeException wrong(Statement statement, String text) {
        return statement.fault(
                "runstream.argument", text, "Fortran 格式，如 (i2,3i3,f9.3)", "a Fortran format such as (i2,3i3,f9.3)");
    }
}
