package org.lantian.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    WorkingCalendar calendar() {
        List<CalendarDay> days = new ArrayList<>();
        String source = "";
        for (Row row : folder.optional(WORKING_DAYS, WORKING_DAY_COLUMNS)) {
            Optional<LocalDate> date = row.optionalDate("date");
            boolean working = row.word("working", YesNo.class) == YesNo.YES;
            source = row.text("source");
            if (row.isClean() && date.isEmpty()) {
                row.error("value-missing", "date", "日期 YYYY-MM-DD", "a date YYYY-MM-DD");
            }
            if (!row.isClean()) {
                continue;
            }
            CalendarDay day = new CalendarDay(
                    date.orElseThrow(), working, new BilingualText(row.raw("name_zh"), row.raw("name_en")));
            checkFollows(row, days, day);
            days.add(day);
        }
        if (!days.isEmpty() && !isLastOfYear(days.getLast().date())) {
            folder.problems()
                    .error(
                            "calendar-gap",
                            WORKING_DAYS,
                            0,
                            "date",
                            days.getLast().date().toString(),
                            "整年，最后一天是 12 月 31 日",
                            "whole years, the last day being 31 December");
        }
        return new WorkingCalendar(days, source);
    }

    private static void checkFollows(Row row, List<CalendarDay> before, CalendarDay day) {
        LocalDate expected = before.isEmpty()
                ? day.date().withDayOfYear(1)
                : before.getLast().date().plusDays(1);
        if (!day.date().equals(expected)) {
            row.error("calendar-gap", "date", expected + "（逐日连续，整年）", expected + " (day by day, whole years)");
        }
    }

    private static boolean isLastOfYear(LocalDate date) {
        return date.getDayOfYear() == date.lengthOfYear();
    }
}
