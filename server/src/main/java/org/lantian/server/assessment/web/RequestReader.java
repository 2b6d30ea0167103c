package org.lantian.server.assessment.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.monitoring.Observations;
import org.springframework.stereotype.Component;

/** Reads request parameters; what is wrong is refused with name, value and what was expected. */
@Component
class RequestReader {

    /** Years that a request may name: nothing is measured before, nothing planned after. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2100;

    private final SubjectDirectory subjects;
    private final Observations observations;

    RequestReader(SubjectDirectory subjects, Observations observations) {
        this.subjects = subjects;
        this.observations = observations;
    }

    Subject station(String code) {
        return subjects.findStation(code).orElseThrow(() -> AirErrors.noStation(code));
    }

    Subject subject(String name, String key) {
        if (!key.matches("(station|county|city):.{1,40}")) {
            throw AirErrors.badParameter(
                    name, key, "station:编码、county:编码或 city:编码", "station:CODE, county:CODE or city:CODE");
        }
        return subjects.find(key).orElseThrow(() -> AirErrors.noSubject(name, key));
    }

    List<Subject> subjects(String name, String keys, int greatestNumber) {
        List<String> parts = split(keys);
        if (parts.isEmpty() || parts.size() > greatestNumber) {
            throw AirErrors.badParameter(
                    name,
                    keys,
                    "1–" + greatestNumber + " 个以逗号分隔的评价对象",
                    "1–" + greatestNumber + " subjects separated by commas");
        }
        return parts.stream().distinct().map(key -> subject(name, key)).toList();
    }

    HourEnding hourOrLatest(String name, @Nullable String text) {
        if (text == null) {
            return observations.latestHour().orElseThrow(AirErrors::noData);
        }
        try {
            HourEnding hour = HourEnding.parse(text);
            checkYear(name, text, hour.cityDay().getYear());
            return hour;
        } catch (IllegalArgumentException e) {
            throw AirErrors.badParameter(
                    name,
                    text,
                    "城市时间 YYYY-MM-DDTHH:00，例如 2019-01-14T08:00",
                    "YYYY-MM-DDTHH:00 in city time, such as 2019-01-14T08:00");
        }
    }

    LocalDate dayOrLatest(String name, @Nullable String text) {
        return text == null ? latestDay() : day(name, text);
    }

    YearMonth monthOrLatest(String name, @Nullable String text) {
        return text == null ? YearMonth.from(latestDay()) : month(name, text);
    }

    private LocalDate latestDay() {
        return observations.latestHour().orElseThrow(AirErrors::noData).cityDay();
    }

    /** A range of days that must be given. */
    DayRange days(@Nullable String from, @Nullable String to, int greatestDays) {
        DayRange range = new DayRange(day("from", required("from", from)), day("to", required("to", to)));
        if (range.to().isBefore(range.from())) {
            throw AirErrors.badParameter(
                    "to",
                    range.to().toString(),
                    "不早于 from（" + range.from() + "）的日期",
                    "a day not before from (" + range.from() + ")");
        }
        if (range.length() > greatestDays) {
            throw AirErrors.rangeTooLong(range.from() + "/" + range.to(), range.length(), greatestDays);
        }
        return range;
    }

    /** A year, a month, or a range of days. */
    DayRange period(
            @Nullable String year,
            @Nullable String month,
            @Nullable String from,
            @Nullable String to,
            int greatestDays) {
        long given = (year == null ? 0 : 1) + (month == null ? 0 : 1) + (from == null && to == null ? 0 : 1);
        if (given != 1) {
            throw AirErrors.badParameter(
                    "year,month,from,to",
                    Arrays.asList(year, month, from, to).stream()
                            .map(text -> text == null ? "" : text)
                            .collect(Collectors.joining(",")),
                    "三者之一：年、月，或起止日期",
                    "exactly one of a year, a month, or from with to");
        }
        if (year != null) {
            return DayRange.ofYear(year("year", year));
        }
        return month != null ? DayRange.ofMonth(month("month", month)) : days(from, to, greatestDays);
    }

    /** The range of a comparison, whose greatest length depends on the step. */
    DayRange comparedRange(AirComparison.ComparisonStep step, @Nullable String from, @Nullable String to) {
        return days(from, to, step == AirComparison.ComparisonStep.DAY ? 731 : 20 * 366);
    }

    List<Integer> years(String name, String text, int greatestNumber) {
        List<String> parts = split(text);
        if (parts.isEmpty() || parts.size() > greatestNumber) {
            throw AirErrors.badParameter(
                    name,
                    text,
                    "1–" + greatestNumber + " 个以逗号分隔的年份",
                    "1–" + greatestNumber + " years separated by commas");
        }
        return parts.stream().map(part -> year(name, part)).distinct().sorted().toList();
    }

    Pollutant pollutant(String name, String code) {
        return Pollutant.find(code)
                .filter(Pollutant.SIX::contains)
                .orElseThrow(() -> AirErrors.badParameter(
                        name, code, "so2、no2、pm10、co、o3、pm25 之一", "one of so2, no2, pm10, co, o3, pm25"));
    }

    <E extends Enum<E>> E choice(String name, String text, Class<E> choices) {
        Optional<E> chosen = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst();
        return chosen.orElseThrow(() -> {
            String all = Arrays.stream(choices.getEnumConstants())
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return AirErrors.badParameter(name, text, "以下之一：" + all, "one of " + all);
        });
    }

    /** The language of a file: as asked for, else that of the request. */
    Locale language(String name, @Nullable String asked, Locale ofRequest) {
        if (asked == null) {
            return ofRequest;
        }
        return switch (asked) {
            case "zh" -> Locale.CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw AirErrors.badParameter(name, asked, "zh 或 en", "zh or en");
        };
    }

    private static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            checkYear(name, text, day.getYear());
            return day;
        } catch (DateTimeException e) {
            throw AirErrors.badParameter(name, text, "日期 YYYY-MM-DD", "a day YYYY-MM-DD");
        }
    }

    private static YearMonth month(String name, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            checkYear(name, text, month.getYear());
            return month;
        } catch (DateTimeException e) {
            throw AirErrors.badParameter(name, text, "月份 YYYY-MM", "a month YYYY-MM");
        }
    }

    private static int year(String name, String text) {
        if (!text.matches("[0-9]{4}")) {
            throw AirErrors.badParameter(name, text, "四位年份", "a year of four digits");
        }
        int year = Integer.parseInt(text);
        checkYear(name, text, year);
        return year;
    }

    private static void checkYear(String name, String text, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw AirErrors.badParameter(
                    name, text, FIRST_YEAR + "–" + LAST_YEAR + " 年", "a year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    private static String required(String name, @Nullable String text) {
        if (text == null) {
            throw AirErrors.badParameter(name, "", "日期 YYYY-MM-DD", "a day YYYY-MM-DD");
        }
        return text;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
