package org.lantian.server.identity.internal;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.server.identity.UnitKind;

/**
 * A unit 机构 as it is stored.
 *
 * @param parentId null for the city
 * @param nameEn empty where there is none
 * @param area county or functional area that it governs or in which it lies
 * @param sectors for which a department answers, or to which a plant belongs
 * @param closed in city time, null while it is open
 * @param users accounts that belong to it and are not disabled
 */
public record Unit(
        int id,
        int version,
        String code,
        UnitKind kind,
        @Nullable Integer parentId,
        String nameZh,
        String nameEn,
        @Nullable String area,
        List<String> sectors,
        @Nullable OffsetDateTime closed,
        int users) {

    public Unit {
        sectors = List.copyOf(sectors);
    }
}
