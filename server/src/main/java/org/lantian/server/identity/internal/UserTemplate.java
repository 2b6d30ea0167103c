package org.lantian.server.identity.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Role;
import org.lantian.server.access.Scope;
import org.lantian.server.export.SheetTable;
import org.springframework.stereotype.Component;

/** The workbook to fill in: one sheet for the accounts, and what its cells may say in two others. */
@Component
public class UserTemplate {

    private final UnitRepository units;

    UserTemplate(UnitRepository units) {
        this.units = units;
    }

    public byte[] write(Locale language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Lantian", "1.0")) {
            Worksheet accounts = sheet(workbook, new BilingualText("账号", "Accounts"), language);
            row(
                    accounts,
                    0,
                    Arrays.stream(SheetColumn.values())
                            .map(column -> column.heading().in(language))
                            .toList());
            // telephone numbers and codes stay as they are typed
            accounts.range(1, 0, UserSheet.MOST_ROWS, SheetColumn.values().length - 1)
                    .style()
                    .format("@")
                    .set();
            writeRoles(sheet(workbook, new BilingualText("角色", "Roles"), language), language);
            writeUnits(sheet(workbook, new BilingualText("机构", "Units"), language), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Worksheet sheet(Workbook workbook, BilingualText name, Locale language) {
        Worksheet sheet = workbook.newWorksheet(name.in(language));
        sheet.freezePane(0, 1);
        for (int column = 0; column < SheetColumn.values().length; column++) {
            sheet.width(column, 22);
        }
        return sheet;
    }

    private static void writeRoles(Worksheet sheet, Locale language) {
        row(
                sheet,
                0,
                List.of(new BilingualText("角色", "Role").in(language), new BilingualText("代码", "Code").in(language)));
        int row = 1;
        for (Role role : Role.values()) {
            if (role != Role.PUBLIC) {
                row(sheet, row++, List.of(role.text().in(language), role.name()));
            }
        }
    }

    private void writeUnits(Worksheet sheet, Locale language) {
        row(
                sheet,
                0,
                List.of(
                        new BilingualText("机构代码", "Unit code").in(language),
                        new BilingualText("名称", "Name").in(language),
                        new BilingualText("类别", "Kind").in(language)));
        int row = 1;
        for (Unit unit : units.list(Scope.EVERYWHERE, false, "")) {
            boolean english =
                    language.getLanguage().equals("en") && !unit.nameEn().isEmpty();
            row(
                    sheet,
                    row++,
                    List.of(
                            unit.code(),
                            english ? unit.nameEn() : unit.nameZh(),
                            unit.kind().text().in(language)));
        }
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, SheetTable.text(cells.get(column)));
            if (row == 0) {
                sheet.style(row, column).bold().set();
            }
        }
    }
}
