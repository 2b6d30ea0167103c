package org.lantian.server.identity.internal;

/**
 * The ways through the tree of units as SQL, to be followed by a query. {@code OFFSET 0} makes the database go from unit to
 * unit by the index: it expects trees to be far larger than they are, and would read the whole table instead.
 */
final class UnitTree {

    private UnitTree() {}

    /**
     * {@code up}: a unit and those above it with all columns, {@code depth} 0 for the unit itself.
     *
     * @param id placeholder of the unit's id
     */
    static String up(String id) {
        return """
                WITH RECURSIVE up AS (
                    SELECT unit.*, 0 AS depth FROM unit WHERE id = %s
                    UNION ALL SELECT above.*, up.depth + 1 FROM up
                      CROSS JOIN LATERAL (SELECT * FROM unit WHERE unit.id = up.parent_id OFFSET 0) above)
                """.formatted(id);
    }

    /**
     * {@code below}: a unit and those below it with all columns.
     *
     * @param id placeholder of the unit's id
     */
    static String below(String id) {
        return """
                WITH RECURSIVE below AS (
                    SELECT * FROM unit WHERE id = %s
                    UNION ALL SELECT child.* FROM below
                      CROSS JOIN LATERAL (SELECT * FROM unit WHERE unit.parent_id = below.id OFFSET 0) child)
                """.formatted(id);
    }
}
