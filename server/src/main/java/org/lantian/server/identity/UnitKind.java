package org.lantian.server.identity;

import java.util.Arrays;
import java.util.Locale;
import org.lantian.quantities.BilingualText;

/** Kinds of units 机构. */
public enum UnitKind {
    /** The city itself, the root of the tree. */
    CITY("市级", "city"),
    /** Government or committee of a county or functional area 县区. */
    COUNTY("县区", "county or functional area"),
    /** Department, bureau or office, of the city or of a county. */
    DEPARTMENT("部门", "department"),
    PLANT("企业", "plant");

    private final BilingualText text;

    UnitKind(String zh, String en) {
        this.text = new BilingualText(zh, en);
    }

    public BilingualText text() {
        return text;
    }

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UnitKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
