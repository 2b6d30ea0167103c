package org.lantian.city;

/** What a target is about. */
public enum TargetStatistic {
    /** Mean of the year; µg/m³, CO mg/m³. */
    ANNUAL_MEAN,
    /** The percentile of daily values by which HJ 663 assesses the year; µg/m³, CO mg/m³. */
    ANNUAL_PERCENTILE,
    /** Share of days with AQI ≤ 100 (优良天数比例), %. */
    GOOD_DAYS_RATIO,
    /** Days with AQI > 200 (重污染天数), d. */
    HEAVY_POLLUTION_DAYS,
    /** Composite index 综合指数 of HJ 663, without unit. */
    COMPOSITE_INDEX;

    /** The word used in files and over HTTP, for example {@code annual-mean}. */
    public String code() {
        return Words.codeOf(this);
    }

    /** Whether a target of this kind names a pollutant. */
    public boolean isOfPollutant() {
        return this == ANNUAL_MEAN || this == ANNUAL_PERCENTILE;
    }
}
