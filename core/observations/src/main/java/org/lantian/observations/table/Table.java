package org.lantian.observations.table;

import java.io.Closeable;

/**
 * A table read row by row. Cells are valid until the next call of {@link #next()}.
 *
 * <p>Faults of the file itself (truncated, wrong encoding, not a table) come as
 * {@link org.lantian.quantities.DomainException} that names the file.
 */
public interface Table extends Closeable {

    /** Moves to the next row that has any content; false at the end. */
    boolean next();

    /** Line on which the row begins, the first line of the file is 1. */
    long row();

    /** How many cells the row has. */
    int cells();

    boolean isBlank(int cell);

    /** What stands in the cell, without surrounding space. */
    String text(int cell);

    /** The cell as a number, {@code NaN} when it is blank or not a plain decimal number. */
    float number(int cell);

    /** The cell as a whole number without sign, −1 when it is not one or has more than nine digits. */
    int wholeNumber(int cell);

    /** Whether the cell holds a formula instead of a value. */
    default boolean isFormula(int cell) {
        return false;
    }

    /** {@code UTF-8}, {@code GB18030} or {@code XLSX}. */
    String encoding();
}
