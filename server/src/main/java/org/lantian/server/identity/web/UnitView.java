package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lantian.server.identity.UnitKind;
import org.lantian.server.identity.internal.Unit;

/**
 * A unit.
 *
 * @param parentId null for the city; may name a unit that the caller may not see
 * @param name in the language asked for
 * @param area county or functional area that it governs or in which it lies
 * @param sectors for which a department answers, or to which a plant belongs
 * @param closed when it was closed, null while it is open
 * @param users accounts that belong to it and are not disabled
 */
@Schema(name = "Unit")
record UnitView(
        int id,
        int version,
        String code,
        UnitKind kind,
        @Nullable Integer parentId,
        String nameZh,
        String nameEn,
        String name,
        @Nullable String area,
        List<String> sectors,
        @Nullable OffsetDateTime closed,
        int users) {

    static UnitView of(Unit unit, Locale language) {
        return new UnitView(
                unit.id(),
                unit.version(),
                unit.code(),
                unit.kind(),
                unit.parentId(),
                unit.nameZh(),
                unit.nameEn(),
                name(unit.nameZh(), unit.nameEn(), language),
                unit.area(),
                unit.sectors(),
                unit.closed(),
                unit.users());
    }

    /** The Chinese name where nobody has given an English one. */
    static String name(String zh, String en, Locale language) {
        return language.getLanguage().equals("en") && !en.isEmpty() ? en : zh;
    }
}
