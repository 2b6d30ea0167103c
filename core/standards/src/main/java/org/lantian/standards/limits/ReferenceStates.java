package org.lantian.standards.limits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.Provenance;
import org.lantian.standards.document.RuleTable;
import org.lantian.standards.document.StandardDocument;

/**
 * Which reference state concentrations of a day have: 273.15 K for everything before 2018-09-01; since then 298.15 K
 * for gases and the actual state for particles (amendment of 2018 to GB 3095—2012; GB 3095—2026, 4.3).
 */
public final class ReferenceStates {

    private static final List<String> DOCUMENTS =
            List.of("GB 3095-2012", "GB 3095-2012 amendment 2018", "GB 3095-2026");

    private final List<Span> spans;

    private record Span(
            LocalDate from, @Nullable LocalDate to, boolean gas, ReferenceState state, Provenance provenance) {
        boolean covers(Pollutant pollutant, LocalDate day) {
            return pollutant.isGas() == gas && !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private ReferenceStates(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /** Loads the states of all editions. */
    public static ReferenceStates load() {
        List<Span> spans = new ArrayList<>();
        for (String document : DOCUMENTS) {
            for (RuleTable.Row row :
                    StandardDocument.get(document).table("reference-state").rows()) {
                spans.add(span(row));
            }
        }
        return new ReferenceStates(spans);
    }

    private static Span span(RuleTable.Row row) {
        boolean actual = row.text("temperature_kelvin").equals("actual");
        ReferenceState state = actual
                ? new ReferenceState.Actual()
                : new ReferenceState.Fixed(
                        row.decimal("temperature_kelvin").doubleValue(),
                        row.decimal("pressure_hectopascal").doubleValue());
        return new Span(
                row.date("from"),
                row.findDate("to").orElse(null),
                row.text("matter").equals("gas"),
                state,
                row.provenance());
    }

    /** State to which a value of this city day refers; values older than the first edition count as its. */
    public ReferenceState on(Pollutant pollutant, LocalDate day) {
        return spans.stream()
                .filter(span -> span.covers(pollutant, day))
                .findFirst()
                .orElseGet(() -> spans.stream()
                        .filter(span -> span.gas == pollutant.isGas())
                        .findFirst()
                        .orElseThrow())
                .state();
    }

    /** Whether values of a span refer to two states, as those of 2018 do. */
    public boolean changesWithin(Pollutant pollutant, LocalDate first, LocalDate last) {
        return !on(pollutant, first).equals(on(pollutant, last));
    }

    /**
     * Factor that turns a value of one day into one comparable with another day: 1 within the same state, 273.15/298.15
     * for gases across 2018-09-01, empty for particles across it.
     */
    public OptionalDouble factor(Pollutant pollutant, LocalDate valueOf, LocalDate comparedWith) {
        return factor(pollutant, valueOf, comparedWith, null);
    }

    /**
     * As {@link #factor(Pollutant, LocalDate, LocalDate)}, with the temperature and pressure of the samples where they
     * are known: then particles are comparable too.
     */
    public OptionalDouble factor(
            Pollutant pollutant, LocalDate valueOf, LocalDate comparedWith, ReferenceState.@Nullable Fixed actual) {
        ReferenceState from = on(pollutant, valueOf);
        ReferenceState to = on(pollutant, comparedWith);
        if (from.equals(to)) {
            return OptionalDouble.of(1);
        }
        ReferenceState.Fixed fixedFrom = fixed(from, actual);
        ReferenceState.Fixed fixedTo = fixed(to, actual);
        return fixedFrom == null || fixedTo == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(fixedFrom.factorTo(fixedTo));
    }

    private static ReferenceState.@Nullable Fixed fixed(ReferenceState state, ReferenceState.@Nullable Fixed actual) {
        return switch (state) {
            case ReferenceState.Fixed fixed -> fixed;
            case ReferenceState.Actual _ -> actual;
        };
    }
}
