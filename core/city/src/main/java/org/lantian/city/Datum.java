package org.lantian.city;

/** Reference frame of coordinates in a package. */
public enum Datum {
    WGS84,
    /** The shifted frame of Chinese web maps; the build converts it to WGS-84. */
    GCJ02;

    /** The word used in files and over HTTP. */
    public String code() {
        return Words.codeOf(this);
    }
}
