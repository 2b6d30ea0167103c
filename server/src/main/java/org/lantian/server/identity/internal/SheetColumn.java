package org.lantian.server.identity.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lantian.quantities.BilingualText;

/** Columns of the workbook by which accounts are made. There is none for a password. */
enum SheetColumn {
    USERNAME("username", "用户名", "User name"),
    DISPLAY_NAME("displayName", "姓名", "Name"),
    PHONE("phone", "电话", "Telephone"),
    EMAIL("email", "邮箱", "E-mail"),
    UNIT("unit", "机构代码", "Unit code"),
    ROLES("roles", "提请角色", "Proposed roles");

    private final String field;
    private final BilingualText heading;

    SheetColumn(String field, String zh, String en) {
        this.field = field;
        this.heading = new BilingualText(zh, en);
    }

    String field() {
        return field;
    }

    BilingualText heading() {
        return heading;
    }

    /** The column with this heading, in either language or by its name in JSON. */
    static Optional<SheetColumn> of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.field.toLowerCase(Locale.ROOT).equals(plain)
                        || column.heading.zh().equals(plain)
                        || column.heading.en().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }
}
