package org.lantian.standards.limits;

import java.util.List;
import java.util.Optional;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.RuleTable;
import org.lantian.standards.document.StandardDocument;

/**
 * The limits of one edition of GB 3095 in one of its stages.
 *
 * @param document GB 3095—2012 or —2026
 * @param stage {@code all} for 2012; {@code transition} (to 2030-12-31) and {@code final} for 2026
 * @param limits all lines
 */
public record LimitStandard(StandardDocument document, String stage, List<Limit> limits) {

    public LimitStandard {
        limits = List.copyOf(limits);
    }

    /** Loads a stage of an edition. */
    public static LimitStandard load(String documentCode, String stage) {
        StandardDocument document = StandardDocument.get(documentCode);
        List<Limit> limits = document.table("limits").rows().stream()
                .filter(row -> row.text("stage").equals(stage))
                .map(LimitStandard::limit)
                .toList();
        if (limits.isEmpty()) {
            throw new IllegalStateException(documentCode + " has no stage " + stage);
        }
        return new LimitStandard(document, stage, limits);
    }

    private static Limit limit(RuleTable.Row row) {
        String code = row.text("pollutant");
        Pollutant pollutant = Pollutant.find(code).orElseThrow(() -> row.fault("pollutant", code, "a pollutant"));
        String unit = row.text("unit");
        if (!unit.equals(pollutant.unit().symbol())) {
            throw row.fault("unit", unit, pollutant.unit().symbol());
        }
        return new Limit(
                pollutant,
                Averaging.parse(row.text("averaging")),
                row.decimal("grade_1").doubleValue(),
                row.decimal("grade_2").doubleValue(),
                row.provenance());
    }

    /** The limit of a pollutant for an averaging time, if the edition has one. */
    public Optional<Limit> find(Pollutant pollutant, Averaging averaging) {
        return limits.stream()
                .filter(limit -> limit.pollutant() == pollutant && limit.averaging() == averaging)
                .findFirst();
    }

    /** As {@link #find}, for a limit that every edition has. */
    public Limit get(Pollutant pollutant, Averaging averaging) {
        return find(pollutant, averaging)
                .orElseThrow(() -> new IllegalArgumentException(
                        document.code() + " has no limit for " + pollutant.code() + " " + averaging.code()));
    }

    /** The limit of a day: 24-h mean, for O3 the greatest 8-h mean. */
    public Limit ofDay(Pollutant pollutant) {
        return get(pollutant, pollutant == Pollutant.O3 ? Averaging.EIGHT_HOURS : Averaging.DAY);
    }

    /** Code with stage, for labels: {@code GB 3095-2012}, {@code GB 3095-2026 transition}. */
    public String label() {
        return stage.equals("all") ? document.code() : document.code() + " " + stage;
    }
}
