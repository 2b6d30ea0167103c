package org.lantian.city;

/** Kinds of units that take part in the campaign. */
public enum UnitKind {
    /** The campaign's own office (攻坚办). */
    OFFICE,
    /** A department or bureau of the city (市直部门). */
    DEPARTMENT,
    /** The government of a county or functional area. */
    AREA;

    /** The word used in files and over HTTP. */
    public String code() {
        return Words.codeOf(this);
    }
}
