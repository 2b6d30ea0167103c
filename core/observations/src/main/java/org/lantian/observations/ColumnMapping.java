package org.lantian.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lantian.observations.table.Table;
import org.lantian.observations.table.Tables;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * Says what the columns of a file with a column per parameter mean. It is a table itself, so that it can be written in a
 * spreadsheet:
 *
 * <pre>{@code
 * column,as,unit
 * year,year,
 * month,month,
 * day,day,
 * hour,hour beginning,
 * PM2.5,pm25,µg/m³
 * CO,co,µg/m³
 * wd,wd,compass
 * station,station,
 * No,ignore,
 * ,missing,NA
 * }</pre>
 *
 * <p>{@code as} is a parameter code with the unit in which the file prints it, or a part of the time
 * ({@code year, month, day, date, hour beginning, hour ending, time beginning, time ending}), or {@code station} (the
 * column holds the code), or {@code ignore}. A row without a column sets something for the whole file, with the value in
 * the third cell: {@code station} (its code), {@code missing} (another way to print "no value"; may be repeated).
 * Lines that begin with # are comments.
 *
 * @param columns in the order of the mapping file
 * @param station code of the station of the whole file, when no column holds it
 * @param missing ways to print "no value", beside the usual ones
 */
public record ColumnMapping(List<Column> columns, Optional<String> station, Set<String> missing) {

    /** What a column holds. */
    enum Role {
        YEAR("year"),
        MONTH("month"),
        DAY("day"),
        DATE("date"),
        HOUR_BEGINNING("hour beginning"),
        HOUR_ENDING("hour ending"),
        TIME_BEGINNING("time beginning"),
        TIME_ENDING("time ending"),
        STATION("station"),
        IGNORE("ignore"),
        VALUE("");

        private final String name;

        Role(String name) {
            this.name = name;
        }
    }

    /** A column of the file; the quantity is there when its role is to hold values. */
    record Column(String name, Role role, Optional<Quantity> quantity, Conversion conversion) {}

    public ColumnMapping {
        columns = List.copyOf(columns);
        missing = Set.copyOf(missing);
    }

    /**
     * Reads a mapping file.
     *
     * @param name of the file in messages
     * @throws DomainException when it is no mapping, or leaves open what time or station a row is of
     */
    public static ColumnMapping read(Path file, String name) {
        try (Table table = Tables.open(file, name, bytes -> {})) {
            return new Parser(table, name).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The quantities that files of this mapping hold. */
    public Set<Quantity> quantities() {
        Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);
        columns.forEach(column -> column.quantity().ifPresent(quantities::add));
        return quantities;
    }

    /** Whether the file prints the beginning of the hour instead of its end. */
    boolean printsBeginning() {
        return has(Role.HOUR_BEGINNING) || has(Role.TIME_BEGINNING);
    }

    boolean has(Role role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }

    private static final class Parser {
        private final Table table;
        private final String file;
        private final List<Column> columns = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private final Set<String> missing = new HashSet<>();
        private Optional<String> station = Optional.empty();

        Parser(Table table, String file) {
            this.table = table;
            this.file = file;
        }

        ColumnMapping parse() {
            boolean header = false;
            while (table.next()) {
                if (cell(0).startsWith("#")) {
                    continue;
                }
                if (header) {
                    readRow();
                } else {
                    check(
                            cell(0).equalsIgnoreCase("column") && cell(1).equalsIgnoreCase("as"),
                            "mapping.header",
                            "",
                            cell(0) + "," + cell(1),
                            "表头 column,as,unit",
                            "the header column,as,unit");
                    header = true;
                }
            }
            checkComplete();
            return new ColumnMapping(columns, station, missing);
        }

        private void readRow() {
            String name = cell(0);
            String as = cell(1).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                readSetting(as);
                return;
            }
            check(names.add(name), "mapping.duplicate", "column", name, "每列只写一次", "each column once");
            for (Role role : Role.values()) {
                if (role != Role.VALUE && role.name.equals(as)) {
                    columns.add(new Column(name, role, Optional.empty(), Conversion.NONE));
                    return;
                }
            }
            Optional<Quantity> quantity = Quantity.find(as).filter(Quantity::isMeasured);
            check(
                    quantity.isPresent(),
                    "mapping.meaning",
                    "as",
                    cell(1),
                    "参数代码（pm25、ws…）、时间部分（year、month、day、date、hour ending、time ending…）、station 或 ignore",
                    "a parameter code (pm25, ws, …), a part of the time (year, month, day, date, hour ending, time"
                            + " ending, …), station or ignore");
            addValue(name, quantity.orElseThrow());
        }

        private void addValue(String name, Quantity quantity) {
            var parameter = quantity.parameter().orElseThrow();
            Optional<Conversion> conversion = Conversion.from(cell(2), parameter);
            String units = String.join(", ", Conversion.units(parameter));
            check(
                    conversion.isPresent(),
                    "mapping.unit",
                    "unit",
                    cell(2),
                    "单位之一：" + units + "（体积分数须先按温度气压换算）",
                    "one of the units " + units + " (mixing ratios need temperature and pressure: convert them first)");
            check(
                    columns.stream().noneMatch(column -> column.quantity().equals(Optional.of(quantity))),
                    "mapping.duplicate",
                    "as",
                    cell(1),
                    "每个参数只有一列",
                    "one column for each parameter");
            columns.add(new Column(name, Role.VALUE, Optional.of(quantity), conversion.orElseThrow()));
        }

        private void readSetting(String as) {
            switch (as) {
                case "station" -> station = Optional.of(cell(2));
                case "missing" -> missing.add(cell(2));
                default ->
                    check(
                            false,
                            "mapping.setting",
                            "as",
                            as,
                            "station 或 missing（未写列名的行是整个文件的设置）",
                            "station or missing (a row without a column sets something for the whole file)");
            }
        }

        private void checkComplete() {
            ColumnMapping mapping = new ColumnMapping(columns, station, missing);
            boolean date = mapping.has(Role.DATE)
                    || (mapping.has(Role.YEAR) && mapping.has(Role.MONTH) && mapping.has(Role.DAY));
            boolean hour = mapping.has(Role.HOUR_BEGINNING) != mapping.has(Role.HOUR_ENDING);
            boolean time = mapping.has(Role.TIME_BEGINNING) != mapping.has(Role.TIME_ENDING);
            check(
                    time != (date && hour),
                    "mapping.time",
                    "",
                    "",
                    "一列 time beginning/ending，或日期列（date，或 year、month、day）加一列 hour beginning/ending",
                    "one column time beginning/ending, or the date (date, or year, month, day) with one column hour"
                            + " beginning/ending");
            check(
                    mapping.has(Role.STATION) != station.isPresent(),
                    "mapping.station",
                    "",
                    "",
                    "站点列或整个文件的站点编号，二者之一",
                    "either a station column or the station code of the whole file");
            check(
                    !mapping.quantities().isEmpty(),
                    "mapping.no-parameter",
                    "",
                    "",
                    "至少一个参数列",
                    "at least one column with a parameter");
        }

        private void check(boolean right, String code, String field, String found, String zh, String en) {
            if (!right) {
                long row = field.isEmpty() && found.isEmpty() ? 0 : table.row();
                throw new DomainException(new InputError(code, file, row, field, found, new BilingualText(zh, en)));
            }
        }

        private String cell(int cell) {
            return cell < table.cells() ? table.text(cell) : "";
        }
    }
}
