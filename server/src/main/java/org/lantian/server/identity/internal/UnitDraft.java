package org.lantian.server.identity.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a unit to be.
 *
 * @param parentId null for the city only
 */
public record UnitDraft(
        @Nullable Integer parentId,
        String nameZh,
        String nameEn,
        @Nullable String area,
        List<String> sectors) {

    public UnitDraft {
        nameZh = nameZh.strip();
        nameEn = nameEn.strip();
        sectors = List.copyOf(sectors);
    }
}
