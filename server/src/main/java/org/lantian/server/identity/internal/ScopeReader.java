package org.lantian.server.identity.internal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.AreaCode;
import org.lantian.server.access.Role;
import org.lantian.server.access.Scope;
import org.lantian.server.access.SectorScope;
import org.lantian.server.identity.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Over what somebody in these roles and this unit may act.
 *
 * <ul>
 *   <li>city office and the three administrators: everywhere;
 *   <li>leader and inspector: everywhere, within a county only that county;
 *   <li>county: the nearest county unit above or at the own unit, everything below it and everything in the areas that
 *       it and the functional areas below it govern;
 *   <li>department: the own department, everything below it, and the plants of the sectors for which these answer, for a
 *       department of a county only those that lie in that county;
 *   <li>plant: the own plant and what is below it.
 * </ul>
 *
 * Several roles add up. Who has a role that needs a unit of a kind and belongs to none sees nothing by it.
 */
@Component
public class ScopeReader {

    private static final Set<Role> EVERYWHERE = EnumSet.of(
            Role.CITY_OFFICE, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private final JdbcClient jdbc;

    ScopeReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Node(int id, UnitKind kind, Optional<AreaCode> area, List<String> sectors) {}

    public Scope scope(Set<Role> roles, @Nullable Integer unit) {
        if (roles.stream().anyMatch(EVERYWHERE::contains)) {
            return Scope.EVERYWHERE;
        }
        List<Node> path = unit == null ? List.of() : pathUp(unit);
        Optional<Node> county = nearest(path, UnitKind.COUNTY);
        boolean wide = roles.contains(Role.LEADER) || roles.contains(Role.INSPECTOR);
        if (wide && !path.isEmpty() && county.isEmpty()) {
            return Scope.EVERYWHERE;
        }
        Set<AreaCode> areas = new HashSet<>();
        Set<Integer> units = new HashSet<>();
        Set<SectorScope> sectors = new HashSet<>();
        if (county.isPresent() && (wide || roles.contains(Role.COUNTY))) {
            for (Node node : below(county.get().id())) {
                units.add(node.id());
                if (node.kind() == UnitKind.COUNTY) {
                    node.area().ifPresent(areas::add);
                }
            }
        }
        Optional<Node> department = nearest(path, UnitKind.DEPARTMENT);
        if (department.isPresent() && roles.contains(Role.DEPARTMENT)) {
            Optional<AreaCode> within = county.flatMap(Node::area);
            for (Node node : below(department.get().id())) {
                units.add(node.id());
                if (node.kind() == UnitKind.DEPARTMENT) {
                    node.sectors().forEach(sector -> sectors.add(new SectorScope(sector, within)));
                }
            }
        }
        Optional<Node> plant = nearest(path, UnitKind.PLANT);
        if (plant.isPresent() && roles.contains(Role.PLANT)) {
            below(plant.get().id()).forEach(node -> units.add(node.id()));
        }
        return new Scope(false, areas, units, sectors);
    }

    private static Optional<Node> nearest(List<Node> path, UnitKind kind) {
        return path.stream().filter(node -> node.kind() == kind).findFirst();
    }

    /** The unit and those above it, nearest first. */
    private List<Node> pathUp(int unit) {
        return nodes(UnitTree.up("?") + "SELECT id, kind, area_code, sectors FROM up ORDER BY depth", unit);
    }

    /** The unit and those below it. */
    private List<Node> below(int unit) {
        return nodes(UnitTree.below("?") + "SELECT id, kind, area_code, sectors FROM below", unit);
    }

    private List<Node> nodes(String sql, int unit) {
        return jdbc.sql(sql)
                .param(unit)
                .query((row, number) -> new Node(
                        row.getInt("id"),
                        UnitKind.of(row.getString("kind")),
                        Optional.ofNullable(row.getString("area_code")).map(AreaCode::new),
                        List.of((String[]) row.getArray("sectors").getArray())))
                .list();
    }
}
