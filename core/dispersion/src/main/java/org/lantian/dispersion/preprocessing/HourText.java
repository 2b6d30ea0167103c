package org.lantian.dispersion.preprocessing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lantian.quantities.BilingualText;

/**
 * A printed full hour: {@code 2024-01-01T08:00}, {@code 2024/1/1 8:00:00}, {@code 2024010108}; hour 24 is hour 0 of the
 * next day; {@code Z} or an offset may follow. Two-digit years are refused: nobody can tell their century.
 */
final class HourText {

    static final BilingualText EXPECTED = new BilingualText(
            "四位年份的整点时间，如 2024-01-01T08:00、2024/1/1 8:00 或 2024010108",
            "a full hour with a four-digit year, such as 2024-01-01T08:00, 2024/1/1 8:00 or 2024010108");

    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})[ T]?(\\d{2})(?::?00){0,2}");
    private static final Pattern PARTS = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[ T]+(\\d{1,2})(?::00){0,2}(?:\\.0+)?\\s*(Z|[+-]\\d{2}:?(?:\\d{2})?)?");

    private HourText() {}

    /**
     * The moment in the clock that is wanted; empty when the text is no full hour.
     *
     * @param usual offset of a time that prints none
     */
    static Optional<LocalDateTime> parse(String text, ZoneOffset usual, ZoneOffset wanted) {
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            String zone = parts.group(5);
            return moment(parts).flatMap(moment -> inOffset(moment, zone == null ? usual.getId() : zone, wanted));
        }
        Matcher digits = DIGITS.matcher(text);
        return digits.matches()
                ? moment(digits).flatMap(moment -> inOffset(moment, usual.getId(), wanted))
                : Optional.empty();
    }

    private static Optional<LocalDateTime> moment(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group(4));
        if (hour > 24) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return Optional.of(date.atStartOfDay().plusHours(hour));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> inOffset(LocalDateTime moment, String zone, ZoneOffset wanted) {
        try {
            LocalDateTime moved = moment.atOffset(ZoneOffset.of(zone))
                    .withOffsetSameInstant(wanted)
                    .toLocalDateTime();
            return moved.getMinute() == 0 ? Optional.of(moved) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
