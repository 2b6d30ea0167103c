package org.lantian.standards.assessment;

/** Whether a station is a clean comparison point (清洁对照点), which is left out of the mean of its city and county. */
public enum CleanPoint {
    YES,
    NO,
    /** Not known: the station counts, and the mean carries a remark. */
    UNKNOWN
}
