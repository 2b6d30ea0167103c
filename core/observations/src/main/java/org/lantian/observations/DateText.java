package org.lantian.observations;

import org.lantian.observations.table.Table;

/** A printed date: {@code 20190101}, {@code 2019-01-01}, {@code 2019/1/1}; a time of day behind it plays no part. */
final class DateText {

    private DateText() {}

    /** The date in a cell as {@code YYYYMMDD}, −1 when it is none. */
    static int parse(Table table, int cell) {
        int plain = table.wholeNumber(cell);
        if (plain >= 0) {
            return plain;
        }
        String text = table.text(cell);
        TimeText time = TimeText.parse(text.indexOf(' ') > 0 || text.indexOf('T') > 0 ? text : text + " 0");
        return time.isValid() ? time.year() * 10_000 + time.month() * 100 + time.day() : -1;
    }
}
