package org.lantian.standards.limits;

/** Averaging for which GB 3095 sets a limit (平均时间). */
public enum Averaging {
    HOUR("1h"),
    /** Greatest 8-hour mean of a day, O3 only (日最大 8 小时平均). */
    EIGHT_HOURS("8h"),
    DAY("24h"),
    QUARTER("quarter"),
    YEAR("year");

    private final String code;

    Averaging(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Averaging parse(String code) {
        for (Averaging averaging : values()) {
            if (averaging.code.equals(code)) {
                return averaging;
            }
        }
        throw new IllegalArgumentException("averaging is \"" + code + "\", expected 1h, 8h, 24h, quarter or year");
    }
}
