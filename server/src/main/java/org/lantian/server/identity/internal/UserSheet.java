package org.lantian.server.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lantian.observations.table.Table;
import org.lantian.observations.table.Tables;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import org.lantian.server.access.Role;

/** Reads a workbook, or a CSV file, of accounts to be. */
final class UserSheet {

    static final int MOST_ROWS = 500;

    private static final Pattern SEPARATOR = Pattern.compile("[,，;；、/]");

    private final String file;
    private final Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
    private final List<Line> lines = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();

    private UserSheet(String file) {
        this.file = file;
    }

    /**
     * A row of the sheet.
     *
     * @param unitCode as it stands there, empty for none
     */
    record Line(
            long row,
            String username,
            String displayName,
            String phone,
            String email,
            String unitCode,
            Set<Role> roles) {

        @Override
        public String toString() {
            return "row " + row;
        }
    }

    /** The rows that could be read, and what could not. */
    record Read(List<Line> lines, List<InputError> errors) {}

    /**
     * Reads the file.
     *
     * @throws DomainException when it is no table with the needed headings
     */
    static Read read(Path path, String file) {
        UserSheet sheet = new UserSheet(file);
        try (Table table = Tables.open(path, file, bytes -> {})) {
            sheet.readHeading(table);
            while (table.next()) {
                if (sheet.lines.size() >= MOST_ROWS) {
                    throw sheet.wrongFile(
                            table.row(), "", "", "至多 " + MOST_ROWS + " 行", "at most " + MOST_ROWS + " rows");
                }
                sheet.readLine(table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Read(sheet.lines, sheet.errors);
    }

    private void readHeading(Table table) {
        if (!table.next()) {
            throw wrongFile(1, "", "", "一行表头", "a row of headings");
        }
        for (int cell = 0; cell < table.cells(); cell++) {
            String text = table.text(cell);
            Optional<SheetColumn> column = SheetColumn.of(text);
            if (column.isPresent() && columns.put(column.get(), cell) != null) {
                throw wrongFile(table.row(), text, text, "每个表头只出现一次", "each heading once");
            }
            if (column.isEmpty() && !text.isEmpty()) {
                throw wrongFile(
                        table.row(),
                        text,
                        text,
                        "模板中的表头：" + headings(Locale.CHINESE, "、"),
                        "a heading of the template: " + headings(Locale.ENGLISH, ", "));
            }
        }
        for (SheetColumn needed : List.of(SheetColumn.USERNAME, SheetColumn.DISPLAY_NAME)) {
            if (!columns.containsKey(needed)) {
                throw wrongFile(
                        table.row(),
                        needed.heading().zh(),
                        "",
                        "表头“" + needed.heading().zh() + "”",
                        "the heading \"" + needed.heading().en() + "\"");
            }
        }
    }

    private static String headings(Locale language, String separator) {
        return String.join(
                separator,
                Stream.of(SheetColumn.values())
                        .map(column -> column.heading().in(language))
                        .toList());
    }

    private void readLine(Table table) {
        for (SheetColumn column : columns.keySet()) {
            Integer cell = columns.get(column);
            if (cell != null && cell < table.cells() && table.isFormula(cell)) {
                add(table.row(), column.field(), "=…", "文字，而不是公式", "a text, not a formula");
                return;
            }
        }
        lines.add(new Line(
                table.row(),
                text(table, SheetColumn.USERNAME).toLowerCase(Locale.ROOT),
                text(table, SheetColumn.DISPLAY_NAME),
                text(table, SheetColumn.PHONE),
                text(table, SheetColumn.EMAIL),
                text(table, SheetColumn.UNIT),
                roles(table)));
    }

    private String text(Table table, SheetColumn column) {
        Integer cell = columns.get(column);
        return cell == null || cell >= table.cells() ? "" : table.text(cell);
    }

    private Set<Role> roles(Table table) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String part : SEPARATOR.split(text(table, SheetColumn.ROLES))) {
            String name = part.strip();
            if (!name.isEmpty()) {
                role(name)
                        .ifPresentOrElse(
                                roles::add,
                                () -> add(
                                        table.row(),
                                        SheetColumn.ROLES.field(),
                                        name,
                                        "模板“角色”页中的角色，以顿号分隔",
                                        "roles of the template's second sheet, separated by commas"));
            }
        }
        return roles;
    }

    private static Optional<Role> role(String name) {
        return Stream.of(Role.values())
                .filter(role -> role != Role.PUBLIC)
                .filter(role -> role.name().equalsIgnoreCase(name)
                        || role.text().zh().equals(name)
                        || role.text().en().equalsIgnoreCase(name))
                .findFirst();
    }

    private void add(long row, String field, String value, String zh, String en) {
        errors.add(new InputError("people.bad-cell", file, row, field, value, new BilingualText(zh, en)));
    }

    private DomainException wrongFile(long row, String field, String value, String zh, String en) {
        return new DomainException(
                new InputError("people.bad-sheet", file, row, field, value, new BilingualText(zh, en)));
    }
}
