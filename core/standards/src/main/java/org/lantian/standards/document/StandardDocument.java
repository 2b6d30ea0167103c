package org.lantian.standards.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/**
 * One document of the law, for example HJ 633—2012.
 *
 * @param code number and year with a plain hyphen, for example {@code HJ 633-2012}
 * @param folder folder of its rules below {@code resources/standards}
 * @param title its name
 * @param from first city day on which it is in force nationally
 * @param to last city day, null while no end is set
 * @param provenance what of it was read
 */
public record StandardDocument(
        String code,
        String folder,
        BilingualText title,
        LocalDate from,
        @Nullable LocalDate to,
        Provenance provenance) {

    /** All documents whose rules the product holds. */
    public static List<StandardDocument> all() {
        return RuleTable.read("documents.csv").rows().stream()
                .map(row -> new StandardDocument(
                        row.text("code"),
                        row.text("folder"),
                        new BilingualText(row.text("title_zh"), row.text("title_en")),
                        row.date("from"),
                        row.findDate("to").orElse(null),
                        row.provenance()))
                .toList();
    }

    /** The document with this code; fails when the product has none. */
    public static StandardDocument get(String code) {
        return all().stream()
                .filter(document -> document.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document " + code));
    }

    /** Its table of this name. */
    public RuleTable table(String name) {
        return RuleTable.read(folder + "/" + name + ".csv");
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(to);
    }
}
