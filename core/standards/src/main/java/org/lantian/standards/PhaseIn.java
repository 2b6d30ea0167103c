package org.lantian.standards;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.standards.document.Provenance;
import org.lantian.standards.document.RuleTable;

/**
 * Cities in which GB 3095—2012 was in force before it was nationally on 2016-01-01.
 *
 * <p>A city that is not in the table has no standard before 2016: the product does not guess.
 */
public final class PhaseIn {

    /**
     * One city of the table.
     *
     * @param from first city day under GB 3095—2012
     * @param provenance of the date
     */
    public record Entry(LocalDate from, Provenance provenance) {}

    private final Map<String, Entry> byCity;

    private PhaseIn(Map<String, Entry> byCity) {
        this.byCity = Map.copyOf(byCity);
    }

    static PhaseIn load() {
        Map<String, Entry> byCity = new HashMap<>();
        for (RuleTable.Row row : RuleTable.read("phase-in/phase-in.csv").rows()) {
            byCity.put(row.text("area"), new Entry(row.date("from"), row.provenance()));
        }
        return new PhaseIn(byCity);
    }

    /** The entry that holds for an area: its own, its city's, or that of the municipality it lies in. */
    public Optional<Entry> find(AreaCode area) {
        String code = area.value().substring(0, 6);
        Entry entry = byCity.get(code);
        if (entry == null) {
            entry = byCity.get(code.substring(0, 4) + "00");
        }
        if (entry == null) {
            entry = byCity.get(code.substring(0, 2) + "0000");
        }
        return Optional.ofNullable(entry);
    }
}
