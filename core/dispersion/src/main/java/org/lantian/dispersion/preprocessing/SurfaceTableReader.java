package org.lantian.dispersion.preprocessing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lantian.dispersion.preprocessing.TextTable.Row;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** Reads hourly surface observations: a column {@code time} and the columns of {@link SurfaceColumn}. */
public final class SurfaceTableReader {

    /** Which end of the hour the column {@code time} prints. */
    public enum Label {
        START,
        END
    }

    /**
     * How the column {@code time} is meant.
     *
     * @param printed offset of times that print none
     * @param local offset of the local standard time in which hours are named
     */
    public record Clock(ZoneOffset printed, ZoneOffset local, Label label) {
        /** A file in local standard time. */
        public static Clock local(ZoneOffset offset, Label label) {
            return new Clock(offset, offset, label);
        }
    }

    /** A table may reach over so many years. */
    private static final int LONGEST_YEARS = 30;

    /** Elements without which no hour can be computed. */
    private static final List<Element> NEEDED =
            List.of(Element.WIND_SPEED, Element.WIND_DIRECTION, Element.TEMPERATURE);

    private static final Set<String> MISSING = Set.of("", "-", "--", "/", "//", "///", "na", "nan", "null", "none");
    /** Codes of Chinese and American archives for "not observed" and for a wind without direction. */
    private static final Set<Double> MISSING_NUMBERS =
            Set.of(9999.0, 99999.0, 999999.0, 999998.0, 999017.0, 32766.0, 32744.0, -9999.0, -999.0, -99.0);
    /** Codes of Chinese archives for a trace of rain. */
    private static final Set<Double> TRACES = Set.of(32700.0, 999990.0);

    private final TextTable table;
    private final Clock clock;
    private final List<InputError> faults = new ArrayList<>();
    private final List<BilingualText> notes = new ArrayList<>();
    private final Map<Integer, SurfaceColumn> columns = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private long sameAgain;
    private boolean ordered = true;

    private SurfaceTableReader(TextTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Reads a file.
     *
     * @param clock how its times are meant
     */
    public static SurfaceReading read(Path path, Clock clock) {
        return new SurfaceTableReader(TextTable.read(path), clock).read();
    }

    static SurfaceReading parse(String file, List<String> lines, Clock clock) {
        return new SurfaceTableReader(TextTable.parse(file, lines), clock).read();
    }

    private SurfaceReading read() {
        int time = table.required("time");
        findColumns(time);
        TreeMap<LocalDateTime, SurfaceObservation> hours = new TreeMap<>();
        Map<LocalDateTime, Row> rows = new LinkedHashMap<>();
        LocalDateTime before = LocalDateTime.MIN;
        for (Row row : table.rows()) {
            Optional<LocalDateTime> end = endOfHour(row, time);
            if (end.isEmpty()) {
                continue;
            }
            ordered &= !end.get().isBefore(before);
            before = end.get();
            add(hours, rows, end.get(), row);
        }
        if (hours.isEmpty() && faults.isEmpty()) {
            throw new DomainException(new InputError(
                    "met.no-hours", table.file(), 0, "", "", new BilingualText("至少一个时次", "at least one hour")));
        }
        checkSpan(hours, rows, time);
        note();
        EnumSet<Element> elements = EnumSet.noneOf(Element.class);
        columns.values().forEach(column -> elements.add(column.element()));
        return new SurfaceReading(List.copyOf(hours.values()), elements, ignored, faults, notes);
    }

    /** A mistyped year would fill the files with missing hours. */
    private void checkSpan(
            NavigableMap<LocalDateTime, SurfaceObservation> hours, Map<LocalDateTime, Row> rows, int time) {
        if (hours.isEmpty() || !hours.lastKey().isAfter(hours.firstKey().plusYears(LONGEST_YEARS))) {
            return;
        }
        Row last = Objects.requireNonNull(rows.get(hours.lastKey()));
        throw new DomainException(table.fault(
                "met.span",
                last,
                time,
                new BilingualText(
                        "距最早时次 " + hours.firstKey() + " 不超过 " + LONGEST_YEARS + " 年",
                        "a time within " + LONGEST_YEARS + " years of the first one, " + hours.firstKey())));
    }

    private void findColumns(int time) {
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i);
            Optional<SurfaceColumn> column = SurfaceColumn.find(name);
            if (column.isPresent()) {
                takeColumn(i, column.get());
            } else if (i != time) {
                SurfaceColumn.elementMeantBy(name).ifPresent(element -> {
                    throw new DomainException(headerFault("met.column-unit", name, "", element));
                });
                ignored.add(name);
            }
        }
        for (Element element : NEEDED) {
            if (columns.values().stream().noneMatch(column -> column.element() == element)) {
                throw new DomainException(
                        headerFault("met.column-missing", element.code(), String.join(",", table.columns()), element));
            }
        }
    }

    private void takeColumn(int position, SurfaceColumn column) {
        for (SurfaceColumn other : columns.values()) {
            if (other.element() == column.element()) {
                throw new DomainException(new InputError(
                        "met.element-twice",
                        table.file(),
                        1,
                        column.header(),
                        other.header(),
                        new BilingualText("每个要素只有一列", "one column for each element")));
            }
        }
        columns.put(position, column);
    }

    private InputError headerFault(String code, String field, String value, Element element) {
        String names = String.join(", ", SurfaceColumn.headersOf(element));
        return new InputError(
                code,
                table.file(),
                1,
                field,
                value,
                new BilingualText("带单位的列名之一：" + names, "a column with its unit in the name, one of: " + names));
    }

    private Optional<LocalDateTime> endOfHour(Row row, int time) {
        Optional<LocalDateTime> printed = HourText.parse(row.cells().get(time), clock.printed(), clock.local());
        if (printed.isEmpty()) {
            faults.add(table.fault("met.time", row, time, HourText.EXPECTED));
            return Optional.empty();
        }
        return printed.map(instant -> clock.label() == Label.START ? instant.plusHours(1) : instant);
    }

    private void add(
            NavigableMap<LocalDateTime, SurfaceObservation> hours,
            Map<LocalDateTime, Row> rows,
            LocalDateTime end,
            Row row) {
        SurfaceObservation observation = observation(row, stamp(end));
        SurfaceObservation earlier = hours.putIfAbsent(end, observation);
        Row first = rows.putIfAbsent(end, row);
        if (earlier == null || first == null) {
            return;
        }
        // records compare NaN by its bits: equal when both lack the same values
        if (!earlier.equals(observation)) {
            throw new DomainException(table.fault(
                    "met.hour-twice",
                    row,
                    table.columns().indexOf("time"),
                    new BilingualText(
                            "每个时次一行；与第 " + first.line() + " 行同一时次而数值不同（是否用了夏令时？请给出地方标准时）",
                            "each hour once; row " + first.line()
                                    + " is the same hour with other values (summer time? Give local standard time)")));
        }
        sameAgain++;
    }

    /** Name of the hour that ends at this moment. */
    static HourStamp stamp(LocalDateTime end) {
        LocalDate date = end.toLocalDate();
        return end.getHour() == 0 ? HourStamp.of(date.minusDays(1), 24) : HourStamp.of(date, end.getHour());
    }

    private SurfaceObservation observation(Row row, HourStamp stamp) {
        SurfaceObservation observation = SurfaceObservation.unknown(stamp);
        for (Map.Entry<Integer, SurfaceColumn> entry : columns.entrySet()) {
            double value = value(row, entry.getKey(), entry.getValue());
            observation = observation.with(entry.getValue().element(), value);
        }
        return observation;
    }

    private double value(Row row, int position, SurfaceColumn column) {
        String cell = row.cells().get(position);
        if (MISSING.contains(cell.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        double value = column.parse(cell);
        if (MISSING_NUMBERS.contains(value)) {
            return Double.NaN;
        }
        if (column.element() == Element.PRECIPITATION && TRACES.contains(value)) {
            return 0;
        }
        if (!column.accepts(value)) {
            faults.add(table.fault("met.value", row, position, column.expected()));
            return Double.NaN;
        }
        return column.convert(value);
    }

    private void note() {
        if (!ordered) {
            notes.add(new BilingualText("时次未按先后排列，已排序。", "The hours were not in order; they have been sorted."));
        }
        if (sameAgain > 0) {
            notes.add(new BilingualText(
                    sameAgain + " 行与前面同一时次的行完全相同，只取一次。",
                    sameAgain + " rows repeat an earlier row of the same hour with the same values; they count once."));
        }
        if (!ignored.isEmpty()) {
            String names = String.join(", ", ignored);
            notes.add(new BilingualText("不认识、未采用的列：" + names, "Columns that are not known and not used: " + names));
        }
    }
}
