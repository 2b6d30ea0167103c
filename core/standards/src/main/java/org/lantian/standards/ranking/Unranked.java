package org.lantian.standards.ranking;

import org.lantian.quantities.BilingualText;

/** Why a place has no rank. */
public enum Unranked {
    NO_STATION("no-station", new BilingualText("没有参与评价的点位，不排名", "no station that counts: not ranked")),
    NO_INDEX(
            "no-index",
            new BilingualText("六项污染物数据不全，无法计算综合指数", "not all six pollutants have data: no composite index"));

    private final String code;
    private final BilingualText text;

    Unranked(String code, BilingualText text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public BilingualText text() {
        return text;
    }
}
