package org.lantian.quantities;

/**
 * Why a value deserves a second look. A flag never changes the value.
 *
 * <p>Several flags may stand at one value; they are held as bits. The bits are stored, so a flag keeps its bit for
 * ever.
 */
public enum QualityFlag {
    /** Outside the range that the instrument or nature allows. */
    OUT_OF_RANGE(0),
    /** Below zero. */
    NEGATIVE(1),
    /** The same value for too many hours in a row. */
    STUCK(2),
    /** PM2.5 above PM10 in the same hour (颗粒物倒挂). */
    PM_INVERSION(3),
    /** Too great a step from the hour before. */
    JUMP(4),
    /** Marked as doubtful by the source file or by a person. */
    MARKED(5);

    private final short mask;

    QualityFlag(int bit) {
        this.mask = (short) (1 << bit);
    }

    /** The bit of this flag. */
    public short mask() {
        return mask;
    }

    public boolean isIn(short flags) {
        return (flags & mask) != 0;
    }
}
