package org.lantian.observations;

import org.lantian.quantities.CityTime;

/**
 * A printed full hour, taken apart: {@code 2019-01-01T08:00}, {@code 2019-01-01 08:00:00}, {@code 2019/1/1 8:00},
 * {@code 2019-01-01 8}, {@code 2019010108}, {@code 20190101 08:00}; behind each may stand {@code Z}, {@code +08:00},
 * {@code +0800} or {@code +08}.
 *
 * @param hour 0–24 as printed; −1 when the text is no full hour
 * @param offsetSeconds the printed offset, that of the city when none is printed
 */
record TimeText(int year, int month, int day, int hour, int offsetSeconds) {

    private static final TimeText INVALID = new TimeText(0, 0, 0, -1, 0);

    boolean isValid() {
        return hour >= 0;
    }

    static TimeText parse(String text) {
        return new Scanner(text).scan();
    }

    /** One pass over the characters; a long file has millions of times. */
    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        TimeText scan() {
            int year;
            int month;
            int day;
            int digits = digitsAhead();
            if (digits == 4) {
                year = number(4);
                char separator = peek();
                if (separator != '-' && separator != '/' && separator != '.') {
                    return INVALID;
                }
                at++;
                month = number(2);
                if (peek() != separator) {
                    return INVALID;
                }
                at++;
                day = number(2);
            } else if (digits == 8 || digits == 10) {
                year = number(4);
                month = number(2);
                day = number(2);
            } else {
                return INVALID;
            }
            if (digits != 10) {
                if (peek() != 'T' && peek() != ' ' && peek() != 't') {
                    return INVALID;
                }
                while (peek() == ' ' || peek() == 'T' || peek() == 't') {
                    at++;
                }
            }
            int hour = number(2);
            if (hour < 0 || hour > 24 || !zeroMinutes()) {
                return INVALID;
            }
            int offset = offsetSeconds();
            return offset == Integer.MIN_VALUE || at != text.length()
                    ? INVALID
                    : new TimeText(year, month, day, hour, offset);
        }

        /** Takes {@code :00}, {@code :00:00} and {@code :00:00.000}; false when they are not zero. */
        private boolean zeroMinutes() {
            for (int group = 0; group < 2 && peek() == ':'; group++) {
                at++;
                if (number(2) != 0) {
                    return false;
                }
            }
            if (peek() == '.') {
                at++;
                while (peek() == '0') {
                    at++;
                }
            }
            return true;
        }

        private int offsetSeconds() {
            while (peek() == ' ') {
                at++;
            }
            char sign = peek();
            if (sign == 'Z' || sign == 'z') {
                at++;
                return 0;
            }
            if (sign != '+' && sign != '-') {
                return CityTime.OFFSET.getTotalSeconds();
            }
            at++;
            int hours = number(2);
            if (peek() == ':') {
                at++;
            }
            int minutes = digitsAhead() == 0 ? 0 : number(2);
            if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
                return Integer.MIN_VALUE;
            }
            int seconds = hours * 3600 + minutes * 60;
            return sign == '+' ? seconds : -seconds;
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private int digitsAhead() {
            int end = at;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            return end - at;
        }

        /** A number of one to {@code most} digits, −1 when there is none. */
        private int number(int most) {
            int number = -1;
            for (int i = 0; i < most; i++) {
                char c = peek();
                if (c < '0' || c > '9') {
                    break;
                }
                number = Math.max(number, 0) * 10 + c - '0';
                at++;
            }
            return number;
        }
    }
}
