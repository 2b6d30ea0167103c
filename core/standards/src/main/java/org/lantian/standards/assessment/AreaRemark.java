package org.lantian.standards.assessment;

import org.lantian.quantities.BilingualText;

/** What must be said beside the mean of an area. */
public enum AreaRemark {
    /** Of at least one counted station it is not known whether it is a clean comparison point. */
    CLEAN_POINTS_UNKNOWN(
            "clean-points-unknown",
            new BilingualText("尚不清楚哪些点位是清洁对照点，均值可能包含对照点", "clean comparison points unknown: the mean may include one")),
    /** The area has no station that counts; it has no value, and none is interpolated. */
    NO_STATION("no-station", new BilingualText("没有参与评价的点位，不作插值", "no station that counts; nothing is interpolated"));

    private final String code;
    private final BilingualText text;

    AreaRemark(String code, BilingualText text) {
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
