package org.lantian.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lantian.quantities.BilingualText;

/** Reads what the build put into the pack's folder {@code generated} from the packages the pack names. */
final class GeneratedFiles {

    static final String BOUNDARIES = PackFolder.GENERATED + "boundaries.geojson";
    static final String TOWNSHIPS = PackFolder.GENERATED + "townships.csv";
    static final List<String> TOWNSHIP_COLUMNS = List.of("code", "name_zh", "area", "source");
    static final String WORKING_DAYS = PackFolder.GENERATED + "working-days.csv";
    static final List<String> WORKING_DAY_COLUMNS = List.of("date", "working", "name_zh", "name_en", "source");

    private static final Pattern TOWNSHIP_CODE = Pattern.compile("[1-9][0-9]{8}");

    private static final BilingualText NO_NAME = new BilingualText("", "");

    private enum YesNo {
        YES,
        NO
    }

    private final PackFolder folder;

    GeneratedFiles(PackFolder folder) {
        this.folder = folder;
    }

    /** Warns of files that the pack's packages should have yielded but that are not there. */
    void warnOfMissing(List<SourcePackage> packages) {
        for (SourcePackage source : packages) {
            String file = switch (source.use()) {
                case BOUNDARIES -> BOUNDARIES;
                case TOWNSHIPS -> TOWNSHIPS;
                case CALENDAR -> WORKING_DAYS;
            };
            if (!folder.has(file)) {
                folder.problems()
                        .warning(
                                "not-built",
                                file,
                                0,
                                "",
                                "",
                                "由构建写出的文件（运行 node cities/build/main.js）",
                                "the file that the build writes (node cities/build/main.js)");
            }
        }
    }

    Optional<Boundaries> boundaries(KnownAreas areas) {
        return folder.has(BOUNDARIES) ? BoundaryFile.read(folder, BOUNDARIES, areas) : Optional.empty();
    }

    List<Township> townships(KnownAreas areas) {
        Set<String> seen = new HashSet<>();
        List<Township> townships = new ArrayList<>();
        for (Row row : folder.optional(TOWNSHIPS, TOWNSHIP_COLUMNS)) {
            Township township = new Township(
                    row.key("code", TOWNSHIP_CODE, "九位代码", "nine digits"),
                    row.text("name_zh"),
                    row.areaCode("area"),
                    row.text("source"));
            if (!row.isClean()) {
                continue;
            }
            areas.check(row, "area", township.area());
            if (!seen.add(township.code())) {
                row.error("township-twice", "code", "每个代码只出现一次", "each code once");
            }
            townships.add(township);
        }
        return townships;
    }

    /**
     * The calendar: days that the file lists as it says, all others of its years by the week. A year counts as covered
     * when the file lists a day of it, for no year is without holidays.
     */
    WorkingCalendar calendar() {
        NavigableMap<LocalDate, CalendarDay> listed = new TreeMap<>();
        String source = "";
        for (Row row : folder.optional(WORKING_DAYS, WORKING_DAY_COLUMNS)) {
            LocalDate date = row.date("date");
            boolean working = row.word("working", YesNo.class) == YesNo.YES;
            source = row.text("source");
            if (row.isClean()) {
                checkFollows(row, listed, date);
                BilingualText name = new BilingualText(row.raw("name_zh"), row.raw("name_en"));
                listed.put(date, new CalendarDay(date, working, name));
            }
        }
        return new WorkingCalendar(wholeYears(listed), source);
    }

    private static void checkFollows(Row row, NavigableMap<LocalDate, CalendarDay> before, LocalDate date) {
        if (before.isEmpty()) {
            return;
        }
        LocalDate last = before.lastKey();
        if (!date.isAfter(last)) {
            row.error("calendar-order", "date", "晚于 " + last + " 的日期", "a date after " + last);
        } else if (date.getYear() > last.getYear() + 1) {
            int missing = last.getYear() + 1;
            row.error(
                    "calendar-gap",
                    "date",
                    missing + " 年的日期（不能缺年）",
                    "a date of " + missing + " (no year may be missing)");
        }
    }

    private static List<CalendarDay> wholeYears(NavigableMap<LocalDate, CalendarDay> listed) {
        if (listed.isEmpty()) {
            return List.of();
        }
        LocalDate first = listed.firstKey().withDayOfYear(1);
        LocalDate end = listed.lastKey().withDayOfYear(1).plusYears(1);
        return first.datesUntil(end)
                .map(date -> listed.getOrDefault(date, new CalendarDay(date, isWeekday(date), NO_NAME)))
                .toList();
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
