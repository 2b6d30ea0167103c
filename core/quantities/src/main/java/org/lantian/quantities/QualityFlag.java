package org.lantian.quantities;

import java.util.Arrays;
import java.util.List;

/**
 * Why a value deserves a second look. A flag never changes the value.
 *
 * <p>Several flags may stand at one value; they are held as bits. The bits are stored, so a flag keeps its bit for
 * ever.
 */
public enum QualityFlag {
    /** Outside the range that the instrument or nature allows. */
    OUT_OF_RANGE(0, "out-of-range"),
    /** Below zero. */
    NEGATIVE(1, "negative"),
    /** The same value for too many hours in a row. */
    STUCK(2, "stuck"),
    /** PM2.5 above PM10 in the same hour (颗粒物倒挂). */
    PM_INVERSION(3, "pm-inversion"),
    /** Too great a step from the hour before. */
    JUMP(4, "jump"),
    /** Marked as doubtful by the source file or by a person. */
    MARKED(5, "marked");

    private final short mask;
    private final String code;

    QualityFlag(int bit, String code) {
        this.mask = (short) (1 << bit);
        this.code = code;
    }

    /** Stable code in files and over HTTP, for example {@code pm-inversion}. */
    public String code() {
        return code;
    }

    /** The codes of all flags that stand in these bits. */
    public static List<String> codesIn(short flags) {
        return Arrays.stream(values())
                .filter(flag -> flag.isIn(flags))
                .map(QualityFlag::code)
                .toList();
    }

    /** The bit of this flag. */
    public short mask() {
        return mask;
    }

    public boolean isIn(short flags) {
        return (flags & mask) != 0;
    }
}
