package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.access.Scope;
import org.lantian.server.access.ScopeCondition;
import org.lantian.server.access.Standing;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The scope as SQL against the rule in plain words, for many made-up trees and people. The rule is written anew here, from
 * the thing upwards, where the server goes from the actor downwards.
 */
@LantianTest
@DisplayName("The scope in a query")
class ScopeTest {

    private static final List<String> AREAS = List.of("140502", "140525", "140581", "140500-kfq");
    private static final List<String> SECTORS = List.of("coking", "cement", "voc");
    private static final int TREE_SIZE = 40;
    private static final int THINGS = 120;
    private static final int ACTORS = 60;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private List<Node> tree = List.of();

    @Autowired
    ScopeTest(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    private record Node(
            int id,
            UnitKind kind,
            @Nullable Node parent,
            @Nullable String area,
            Set<String> sectors) {

        /** This unit and those above it, nearest first. */
        List<Node> up() {
            List<Node> path = new ArrayList<>();
            for (Node node = this; node != null; node = node.parent()) {
                path.add(node);
            }
            return path;
        }

        Optional<Node> nearest(UnitKind wanted) {
            return up().stream().filter(node -> node.kind() == wanted).findFirst();
        }
    }

    /** Something as a ledger would keep it: it may belong to a unit, an area and a sector, or to none. */
    private record Thing(
            int id,
            @Nullable Node unit,
            @Nullable String area,
            @Nullable String sector) {}

    @BeforeEach
    void table() {
        jdbc.sql("CREATE TABLE IF NOT EXISTS thing (id integer, unit_id integer, area_code text, sector text)")
                .update();
        jdbc.sql("TRUNCATE thing").update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("returns exactly what the rule allows, and what it does not when negated")
    void sameAsRule(long seed) {
        Random random = new Random(seed);
        tree = makeTree(random, seed);
        List<Thing> things = makeThings(random);
        for (int i = 0; i < ACTORS; i++) {
            Set<Role> roles = EnumSet.of(pick(random, Arrays.asList(Role.values())));
            if (random.nextInt(3) == 0) {
                roles.add(pick(random, Arrays.asList(Role.values())));
            }
            roles.remove(Role.PUBLIC);
            @Nullable Node unit = random.nextInt(8) == 0 ? null : pick(random, tree);
            String who = "seed " + seed + ", actor " + i + " " + roles + " in " + unit;
            Set<Integer> allowed = things.stream()
                    .filter(thing -> allows(roles, unit, thing))
                    .map(Thing::id)
                    .collect(Collectors.toSet());
            Scope scope = scope("actor-" + seed + "-" + i, roles, unit);
            assertThat(query(scope, "")).as(who).isEqualTo(allowed);
            Set<Integer> others = things.stream()
                    .map(Thing::id)
                    .filter(id -> !allowed.contains(id))
                    .collect(Collectors.toSet());
            assertThat(query(scope, "NOT ")).as(who).isEqualTo(others);
        }
    }

    private boolean allows(Set<Role> roles, @Nullable Node own, Thing thing) {
        return roles.stream().anyMatch(role -> allows(role, own, thing));
    }

    private boolean allows(Role role, @Nullable Node own, Thing thing) {
        return switch (role) {
            case PUBLIC -> false;
            case CITY_OFFICE, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> true;
            case LEADER, INSPECTOR ->
                own != null
                        && own.nearest(UnitKind.COUNTY)
                                .map(county -> inCounty(county, thing))
                                .orElse(true);
            case COUNTY ->
                own != null
                        && own.nearest(UnitKind.COUNTY)
                                .filter(county -> inCounty(county, thing))
                                .isPresent();
            case DEPARTMENT ->
                own != null
                        && own.nearest(UnitKind.DEPARTMENT)
                                .filter(department -> ofDepartment(department, own, thing))
                                .isPresent();
            case PLANT ->
                own != null
                        && own.nearest(UnitKind.PLANT)
                                .filter(plant -> isBelow(thing.unit(), plant))
                                .isPresent();
        };
    }

    private boolean inCounty(Node county, Thing thing) {
        boolean byArea = thing.area() != null
                && tree.stream()
                        .filter(node ->
                                node.kind() == UnitKind.COUNTY && node.up().contains(county))
                        .anyMatch(node -> thing.area().equals(node.area()));
        return byArea || isBelow(thing.unit(), county);
    }

    private boolean ofDepartment(Node department, Node own, Thing thing) {
        Optional<Node> county = own.nearest(UnitKind.COUNTY);
        boolean inCounty = county.isEmpty()
                || thing.area() != null && thing.area().equals(county.get().area());
        boolean bySector = thing.sector() != null
                && inCounty
                && tree.stream()
                        .filter(node ->
                                node.kind() == UnitKind.DEPARTMENT && node.up().contains(department))
                        .anyMatch(node -> node.sectors().contains(thing.sector()));
        return bySector || isBelow(thing.unit(), department);
    }

    private static boolean isBelow(@Nullable Node unit, Node above) {
        return unit != null && unit.up().contains(above);
    }

    private List<Node> makeTree(Random random, long seed) {
        int root = jdbc.sql("SELECT id FROM unit WHERE parent_id IS NULL")
                .query(Integer.class)
                .single();
        List<Node> made = new ArrayList<>(List.of(new Node(root, UnitKind.CITY, null, null, Set.of())));
        while (made.size() < TREE_SIZE) {
            UnitKind kind = pick(random, List.of(UnitKind.COUNTY, UnitKind.DEPARTMENT, UnitKind.PLANT));
            List<Node> parents =
                    made.stream().filter(node -> node.kind() != UnitKind.PLANT).toList();
            Node parent = pick(random, parents);
            if (kind == UnitKind.COUNTY && parent.kind() == UnitKind.DEPARTMENT) {
                continue;
            }
            @Nullable String area = kind == UnitKind.COUNTY || random.nextBoolean() ? pick(random, AREAS) : null;
            Set<String> sectors = kind == UnitKind.COUNTY ? Set.of() : subset(random);
            int id = jdbc.sql("""
                    INSERT INTO unit (code, parent_id, kind, name_zh, name_en, area_code, sectors)
                    VALUES (:code, :parent, :kind, :code, '', :area, :sectors) RETURNING id""")
                    .param("code", "u" + seed + "-" + made.size())
                    .param("parent", parent.id())
                    .param("kind", kind.code())
                    .param("area", area)
                    .param("sectors", sectors.toArray(String[]::new))
                    .query(Integer.class)
                    .single();
            made.add(new Node(id, kind, parent, area, sectors));
        }
        return made;
    }

    private List<Thing> makeThings(Random random) {
        List<Thing> things = new ArrayList<>();
        for (int id = 0; id < THINGS; id++) {
            Thing thing = new Thing(
                    id,
                    random.nextInt(4) == 0 ? null : pick(random, tree),
                    random.nextInt(4) == 0 ? null : pick(random, AREAS),
                    random.nextInt(4) == 0 ? null : pick(random, SECTORS));
            jdbc.sql("INSERT INTO thing VALUES (:id, :unit, :area, :sector)")
                    .param("id", id)
                    .param("unit", thing.unit() == null ? null : thing.unit().id())
                    .param("area", thing.area())
                    .param("sector", thing.sector())
                    .update();
            things.add(thing);
        }
        return things;
    }

    /** As an actor of a real account gets it. */
    private Scope scope(String username, Set<Role> roles, @Nullable Node unit) {
        int id = jdbc.sql("""
                INSERT INTO account (username, display_name, unit_id, state) VALUES (:name, '', :unit, 'active')
                RETURNING id""")
                .param("name", username)
                .param("unit", unit == null ? null : unit.id())
                .query(Integer.class)
                .single();
        roles.forEach(role -> jdbc.sql("INSERT INTO account_role VALUES (?, ?, true, 'test')")
                .params(id, role.name())
                .update());
        return accounts.findActor(Actor.Kind.PERSON, id, Standing.FULL)
                .map(Actor::scope)
                .orElse(Scope.NOWHERE);
    }

    private Set<Integer> query(Scope scope, String not) {
        ScopeCondition condition = ScopeCondition.of(
                scope,
                new ScopeCondition.Columns(
                        "t.unit_id", "t.area_code", "CASE WHEN t.sector IS NULL THEN '{}' ELSE ARRAY[t.sector] END"));
        return new HashSet<>(jdbc.sql("SELECT id FROM thing t WHERE " + not + condition.sql())
                .params(condition.parameters())
                .query(Integer.class)
                .list());
    }

    private static Set<String> subset(Random random) {
        return SECTORS.stream().filter(sector -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
