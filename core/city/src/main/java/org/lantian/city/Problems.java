package org.lantian.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.InputError;

/** Collects the faults of a pack while it is read, so that its author sees all of them at once. */
final class Problems {

    private final List<InputError> errors = new ArrayList<>();
    private final List<InputError> warnings = new ArrayList<>();

    void error(String code, String file, long row, String field, String value, String zh, String en) {
        errors.add(new InputError("city." + code, file, row, field, value, new BilingualText(zh, en)));
    }

    void warning(String code, String file, long row, String field, String value, String zh, String en) {
        warnings.add(new InputError("city." + code, file, row, field, value, new BilingualText(zh, en)));
    }

    int count() {
        return errors.size();
    }

    boolean none() {
        return errors.isEmpty();
    }

    List<InputError> errors() {
        return inOrder(errors);
    }

    List<InputError> warnings() {
        return inOrder(warnings);
    }

    private static List<InputError> inOrder(List<InputError> faults) {
        return faults.stream()
                .sorted(Comparator.comparing(InputError::file).thenComparingLong(InputError::row))
                .toList();
    }
}
