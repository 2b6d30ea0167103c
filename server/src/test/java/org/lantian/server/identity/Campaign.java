package org.lantian.server.identity;

import org.lantian.server.access.Role;
import org.lantian.server.testing.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People of a small campaign: in each of two counties of the pack a government with a plant, and departments of the city
 * that answer for one sector each, of which only the first plant's has people's eyes on it.
 */
final class Campaign {

    static final String OWN_COUNTY = "chengqu";
    static final String OTHER_COUNTY = "zezhou";
    static final String OWN_PLANT = "own-plant";
    static final String OTHER_PLANT = "other-plant";
    static final String DEPARTMENT = "energy-bureau";

    private final TestServer server;
    private final JdbcClient jdbc;

    Campaign(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
        unit(OWN_PLANT, OWN_COUNTY, "140502", "coking");
        unit(OTHER_PLANT, OTHER_COUNTY, "140525", "cement");
        jdbc.sql("UPDATE unit SET sectors = '{coking}' WHERE code = ?")
                .param(DEPARTMENT)
                .update();
    }

    private void unit(String code, String parent, String area, String sector) {
        jdbc.sql("""
                INSERT INTO unit (code, kind, parent_id, name_zh, name_en, area_code, sectors)
                SELECT :code, 'plant', id, :code, '', :area, ARRAY[:sector] FROM unit WHERE code = :parent""")
                .param("code", code)
                .param("parent", parent)
                .param("area", area)
                .param("sector", sector)
                .update();
    }

    int unitId(String code) {
        return jdbc.sql("SELECT id FROM unit WHERE code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    /** The unit of this side of the campaign in which somebody of this role sits. */
    static String unitOf(Role role) {
        return switch (role) {
            case PLANT -> OWN_PLANT;
            case DEPARTMENT -> DEPARTMENT;
            case COUNTY, LEADER, INSPECTOR -> OWN_COUNTY;
            case PUBLIC, CITY_OFFICE, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> "";
        };
    }

    /** An account of this role on this side. */
    int person(String username, Role role) {
        return server.account(username, unitOf(role), role);
    }
}
