package org.lantian.server.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lantian.quantities.AreaCode;

/**
 * A {@link Scope} as a condition of SQL, with bound parameters only: every query over things that belong to a unit, an
 * area or a sector carries it.
 *
 * <pre>{@code
 * ScopeCondition scope = ScopeCondition.of(Actor.current().scope(), new ScopeCondition.Columns("l.unit_id", "l.area_code", "ARRAY[l.sector]"));
 * jdbc.sql("SELECT … FROM ledger l WHERE " + scope.sql()).params(scope.parameters())
 * }</pre>
 *
 * @param sql a condition, in brackets where it needs them; never null in SQL, so that it may be negated
 * @param parameters values of its named parameters, all of which begin with {@code scope_}
 */
public record ScopeCondition(String sql, Map<String, Object> parameters) {

    public ScopeCondition {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Where a query has what the scope is about. These are parts of SQL written in the code, never from a request.
     *
     * @param unit expression for the id of the unit, may be null in a row
     * @param area expression for the code of the county or functional area, may be null in a row
     * @param sectors expression of type {@code text[]} for the sectors, never null
     */
    public record Columns(String unit, String area, String sectors) {}

    public static ScopeCondition of(Scope scope, Columns columns) {
        if (scope.everywhere()) {
            return new ScopeCondition("true", Map.of());
        }
        List<String> any = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!scope.units().isEmpty()) {
            any.add(known(columns.unit(), ":scope_units::integer[]"));
            parameters.put("scope_units", scope.units().toArray(Integer[]::new));
        }
        if (!scope.areas().isEmpty()) {
            any.add(known(columns.area(), ":scope_areas::text[]"));
            parameters.put(
                    "scope_areas", scope.areas().stream().map(AreaCode::value).toArray(String[]::new));
        }
        String[] everywhere = codes(scope.sectors().stream()
                .filter(sector -> sector.area().isEmpty())
                .toList());
        if (everywhere.length > 0) {
            any.add("(" + columns.sectors() + ") && :scope_sectors::text[]");
            parameters.put("scope_sectors", everywhere);
        }
        List<SectorScope> local = scope.sectors().stream()
                .filter(sector -> sector.area().isPresent())
                .toList();
        if (!local.isEmpty()) {
            any.add("EXISTS (SELECT 1 FROM unnest(:scope_local_sectors::text[], :scope_local_areas::text[])"
                    + " AS local (sector, area) WHERE local.sector = ANY(" + columns.sectors() + ")"
                    + " AND local.area = " + columns.area() + ")");
            parameters.put("scope_local_sectors", codes(local));
            parameters.put(
                    "scope_local_areas",
                    local.stream()
                            .map(sector -> sector.area().orElseThrow().value())
                            .toArray(String[]::new));
        }
        return any.isEmpty()
                ? new ScopeCondition("false", Map.of())
                : new ScopeCondition("(" + String.join(" OR ", any) + ")", parameters);
    }

    /** Never null, and in a form for which an index on the column can be used. */
    private static String known(String column, String values) {
        return "(" + column + " IS NOT NULL AND " + column + " = ANY(" + values + "))";
    }

    private static String[] codes(Collection<SectorScope> sectors) {
        return sectors.stream().map(SectorScope::sector).toArray(String[]::new);
    }
}
