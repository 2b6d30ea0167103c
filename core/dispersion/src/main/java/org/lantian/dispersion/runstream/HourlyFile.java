package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.no2.GasUnit;

/**
 * A file with one value per hour: ozone or background.
 *
 * @param format fields of fixed width; null when fields stand between blanks
 */
public record HourlyFile(Path path, GasUnit unit, @Nullable FixedFormat format) {

    /** Reads unit and format that follow a file name, in any order, and checks them. */
    static HourlyFile of(Statement statement, int index, Path folder, @Nullable GasUnit unit) {
        Path path = folder.resolve(statement.text(index, "file").replace('\\', '/'));
        GasUnit found = unit;
        FixedFormat format = null;
        for (int i = index + 1; i < statement.size(); i++) {
            String word = statement.word(i, "unit or format");
            if (word.startsWith("(")) {
                format = FixedFormat.of(
                        statement, String.join("", statement.arguments().subList(i, statement.size())));
                break;
            } else if (!word.equals("FREE")) {
                found = unit(statement, i);
            }
        }
        if (found == null) {
            throw statement.fault(
                    "runstream.argument-missing", path.toString(), "单位 PPB、PPM 或 UG/M3", "the unit PPB, PPM or UG/M3");
        }
        return new HourlyFile(path, found, format);
    }

    /** The unit of a gas. */
    static GasUnit unit(Statement statement, int index) {
        return switch (statement.choice(index, "unit", List.of("PPB", "PPM", "UG/M3"))) {
            case "PPB" -> GasUnit.PPB;
            case "PPM" -> GasUnit.PPM;
            default -> GasUnit.MICROGRAMS;
        };
    }
}
