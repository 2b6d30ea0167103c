package org.lantian.city;

/** Kinds of areas inside a city. */
public enum AreaKind {
    /** County, district or county-level city (区县) with a code of GB/T 2260. */
    COUNTY,
    /** Functional area (功能区) such as a development zone: a territory with its own administration but no code. */
    FUNCTIONAL;

    /** The word used in files and over HTTP. */
    public String code() {
        return Words.codeOf(this);
    }
}
