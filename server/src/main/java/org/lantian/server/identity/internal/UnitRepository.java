package org.lantian.server.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.CityTime;
import org.lantian.server.access.Scope;
import org.lantian.server.access.ScopeCondition;
import org.lantian.server.identity.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units in the database. */
@Repository
class UnitRepository {

    private static final String SELECT = """
            SELECT u.*, (SELECT count(*) FROM account a WHERE a.unit_id = u.id AND a.state <> 'disabled') AS users
              FROM unit u
            """;

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sector counts for plants only: a department that answers for the same sector is not seen by it. */
    static ScopeCondition within(Scope scope) {
        return ScopeCondition.of(
                scope,
                new ScopeCondition.Columns(
                        "u.id", "u.area_code", "CASE WHEN u.kind = 'plant' THEN u.sectors ELSE '{}' END"));
    }

    /** Units within the scope, those above before those below, siblings by code. */
    List<Unit> list(Scope scope, boolean alsoClosed, String search) {
        ScopeCondition within = within(scope);
        return jdbc.sql("""
                WITH RECURSIVE tree AS (
                    SELECT id, ARRAY[code] AS path FROM unit WHERE parent_id IS NULL
                    UNION ALL SELECT unit.id, tree.path || unit.code FROM unit JOIN tree ON unit.parent_id = tree.id)
                """ + SELECT + """
                  JOIN tree ON tree.id = u.id
                 WHERE (:closed OR u.closed IS NULL)
                   AND (:search = '' OR u.name_zh ILIKE :pattern OR u.name_en ILIKE :pattern OR u.code ILIKE :pattern)
                   AND\s""" + within.sql() + " ORDER BY cardinality(tree.path), tree.path")
                .params(within.parameters())
                .param("closed", alsoClosed)
                .param("search", search)
                .param("pattern", containing(search))
                .query(UnitRepository::row)
                .list();
    }

    Optional<Unit> find(int id, Scope scope) {
        ScopeCondition within = within(scope);
        return jdbc.sql(SELECT + " WHERE u.id = :id AND " + within.sql())
                .params(within.parameters())
                .param("id", id)
                .query(UnitRepository::row)
                .optional();
    }

    Optional<Unit> findByCode(String code) {
        return jdbc.sql(SELECT + " WHERE u.code = ?")
                .param(code)
                .query(UnitRepository::row)
                .optional();
    }

    Optional<Unit> findRoot() {
        return jdbc.sql(SELECT + " WHERE u.parent_id IS NULL")
                .query(UnitRepository::row)
                .optional();
    }

    /** Keeps the tree as it is until the end of the transaction. */
    void lockTree() {
        jdbc.sql("LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE").update();
    }

    int add(String code, UnitKind kind, UnitDraft draft) {
        return jdbc.sql("""
                INSERT INTO unit (code, kind, parent_id, name_zh, name_en, area_code, sectors)
                VALUES (:code, :kind, :parent, :zh, :en, :area, :sectors) RETURNING id""")
                .param("code", code)
                .param("kind", kind.code())
                .param("parent", draft.parentId())
                .param("zh", draft.nameZh())
                .param("en", draft.nameEn())
                .param("area", draft.area())
                .param("sectors", draft.sectors().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    void change(int id, UnitDraft draft) {
        jdbc.sql("""
                UPDATE unit SET parent_id = :parent, name_zh = :zh, name_en = :en, area_code = :area,
                       sectors = :sectors, version = version + 1
                 WHERE id = :id""")
                .param("parent", draft.parentId())
                .param("zh", draft.nameZh())
                .param("en", draft.nameEn())
                .param("area", draft.area())
                .param("sectors", draft.sectors().toArray(String[]::new))
                .param("id", id)
                .update();
    }

    void setClosed(int id, boolean closed) {
        jdbc.sql("UPDATE unit SET closed = CASE WHEN ? THEN now() END, version = version + 1 WHERE id = ?")
                .params(closed, id)
                .update();
    }

    /** Whether the unit is this other one or lies below it. */
    boolean isWithin(int id, int other) {
        return jdbc.sql(UnitTree.up("?") + "SELECT EXISTS (SELECT 1 FROM up WHERE id = ?)")
                .params(id, other)
                .query(Boolean.class)
                .single();
    }

    /** Kinds of the unit and of those above it. */
    List<UnitKind> kindsUp(int id) {
        return jdbc.sql(UnitTree.up("?") + "SELECT kind FROM up")
                .param(id)
                .query((row, number) -> UnitKind.of(row.getString("kind")))
                .list();
    }

    boolean hasOpenBelow(int id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM unit WHERE parent_id = ? AND closed IS NULL)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** A pattern of ILIKE for texts that contain this one. */
    static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Unit row(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getInt("id"),
                row.getInt("version"),
                row.getString("code"),
                UnitKind.of(row.getString("kind")),
                row.getObject("parent_id", Integer.class),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("area_code"),
                List.of((String[]) row.getArray("sectors").getArray()),
                cityTime(row, "closed"),
                row.getInt("users"));
    }

    static @Nullable OffsetDateTime cityTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(CityTime.OFFSET);
    }
}
