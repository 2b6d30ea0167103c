package org.lantian.city;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.LonLat;

/**
 * One row of a table. A reader method reports a bad field and answers a stand-in, so that all fields of a row are
 * looked at; {@link #isClean()} then says whether what was read may be used.
 */
final class Row {

    private static final AreaCode STAND_IN_CODE = new AreaCode("100000");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    private final String file;
    private final long line;
    private final CsvRecord fields;
    private final Map<String, Integer> positions;
    private final Problems problems;
    private boolean clean = true;

    /**
     * @param positions of the columns in the record
     */
    Row(String file, CsvRecord fields, Map<String, Integer> positions, Problems problems) {
        this.file = file;
        this.line = fields.getStartingLineNumber();
        this.fields = fields;
        this.positions = positions;
        this.problems = problems;
    }

    String file() {
        return file;
    }

    long line() {
        return line;
    }

    boolean isClean() {
        return clean;
    }

    /** The field as it stands; empty when nothing does. */
    String raw(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("table " + file + " is read without column " + column);
        }
        return fields.getField(position).strip();
    }

    void error(String code, String column, String zh, String en) {
        clean = false;
        problems.error(code, file, line, column, raw(column), zh, en);
    }

    void warning(String code, String column, String zh, String en) {
        problems.warning(code, file, line, column, raw(column), zh, en);
    }

    String text(String column) {
        String value = raw(column);
        if (value.isEmpty()) {
            error("value-missing", column, "有内容", "a value");
        }
        return value;
    }

    /** A key: matches the pattern, described in both languages. */
    String key(String column, Pattern pattern, String zh, String en) {
        String value = text(column);
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            error("bad-key", column, zh, en);
        }
        return value;
    }

    BilingualText name(String zhColumn, String enColumn) {
        return new BilingualText(text(zhColumn), text(enColumn));
    }

    double number(String column, double least, double greatest) {
        return findDecimal(column)
                .map(BigDecimal::doubleValue)
                .filter(number -> isInRange(column, number, least, greatest))
                .orElse(least);
    }

    BigDecimal decimal(String column) {
        return findDecimal(column).orElse(BigDecimal.ZERO);
    }

    private boolean isInRange(String column, double number, double least, double greatest) {
        boolean inRange = number >= least && number <= greatest;
        if (!inRange) {
            error(
                    "out-of-range",
                    column,
                    "介于 " + plain(least) + " 与 " + plain(greatest) + " 之间的数",
                    "a number from " + plain(least) + " to " + plain(greatest));
        }
        return inRange;
    }

    private Optional<BigDecimal> findDecimal(String column) {
        String value = text(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!DECIMAL.matcher(value).matches()) {
            error("not-a-number", column, "十进制数，如 112.85", "a decimal number such as 112.85");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value));
    }

    int integer(String column, int least, int greatest) {
        String value = text(column);
        if (!value.isEmpty()) {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= greatest) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // reported below with what was expected
            }
            error(
                    "out-of-range",
                    column,
                    least + " 至 " + greatest + " 的整数",
                    "a whole number from " + least + " to " + greatest);
        }
        return least;
    }

    LocalDate date(String column) {
        text(column);
        return optionalDate(column).orElse(LocalDate.EPOCH);
    }

    Optional<LocalDate> optionalDate(String column) {
        String value = raw(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            error("not-a-date", column, "日期 YYYY-MM-DD，或留空", "a date YYYY-MM-DD, or nothing");
            return Optional.empty();
        }
    }

    AreaCode areaCode(String column) {
        String value = text(column);
        if (!value.isEmpty()) {
            try {
                return new AreaCode(value);
            } catch (IllegalArgumentException e) {
                error(
                        "bad-area-code",
                        column,
                        "GB/T 2260 的六位代码，功能区加后缀，如 140500-kfq",
                        "six digits of GB/T 2260, for a functional area with a suffix such as 140500-kfq");
            }
        }
        return STAND_IN_CODE;
    }

    Optional<AreaCode> optionalAreaCode(String column) {
        return raw(column).isEmpty() ? Optional.empty() : Optional.of(areaCode(column));
    }

    <E extends Enum<E>> E word(String column, Class<E> type) {
        String value = text(column);
        Optional<E> constant = Words.find(type, value);
        if (constant.isEmpty() && !value.isEmpty()) {
            error("unknown-word", column, "以下之一：" + Words.all(type), "one of " + Words.all(type));
        }
        return constant.orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> Optional<E> optionalWord(String column, Class<E> type) {
        return raw(column).isEmpty() ? Optional.empty() : Optional.of(word(column, type));
    }

    /** A place in or near China: the likely slip is latitude and longitude exchanged. */
    LonLat place(String longitudeColumn, String latitudeColumn) {
        return new LonLat(number(longitudeColumn, 73, 136), number(latitudeColumn, 3, 54));
    }

    Provenance provenance() {
        return new Provenance(text("source"), word("status", FactStatus.class));
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
