package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("The tree of units")
class UnitTest {

    private static final String REASON = "{\"reason\": \"机构改革\"}";

    private final TestServer server;
    private final BrowserSession system;

    @Autowired
    UnitTest(TestServer server) {
        this.server = server;
        this.system = server.asRole(Role.SYSTEM_ADMINISTRATOR);
    }

    private JsonNode units(BrowserSession who, String query) {
        return who.call("GET", "/api/v1/units" + query, "").json().get("items");
    }

    private JsonNode unit(String code) {
        return units(system, "?closed=true")
                .valueStream()
                .filter(unit -> unit.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private TestServer.Answer create(String code, String kind, String parent, String more) {
        return system.call("POST", "/api/v1/units", """
                {"code": "%s", "kind": "%s", "parentId": %d, "nameZh": "%s" %s}""".formatted(
                        code, kind, unit(parent).get("id").asInt(), code, more));
    }

    private TestServer.Answer move(String code, String parent) {
        JsonNode unit = unit(code);
        return system.changeFrom(
                unit.get("version").asInt(),
                "PUT",
                "/api/v1/units/" + unit.get("id").asInt(),
                """
                {"parentId": %d, "nameZh": "%s"}""".formatted(unit(parent).get("id").asInt(), "改名"));
    }

    private TestServer.Answer post(String code, String what) {
        JsonNode unit = unit(code);
        return system.changeFrom(
                unit.get("version").asInt(),
                "POST",
                "/api/v1/units/" + unit.get("id").asInt() + what,
                REASON);
    }

    private static void expectField(TestServer.Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/arguments/parameter").asString()).isEqualTo(field);
    }

    @Test
    @DisplayName("begins with the city, its counties, the functional area and the departments of the pack")
    void seeded() {
        JsonNode root = units(system, "").get(0);
        assertThat(root.get("kind").asString()).isEqualTo("CITY");
        assertThat(root.get("parentId").isNull()).isTrue();
        assertThat(unit("kfq-committee").get("area").asString()).isEqualTo("140500-kfq");
        assertThat(unit("energy-bureau").get("kind").asString()).isEqualTo("DEPARTMENT");
        assertThat(unit("zezhou").get("parentId").asInt())
                .isEqualTo(root.get("id").asInt());
        assertThat(units(system, "")
                        .valueStream()
                        .map(unit -> unit.get("kind").asString())
                        .filter("COUNTY"::equals))
                .hasSizeGreaterThanOrEqualTo(7);
        assertThat(system.call("GET", "/api/v1/units?q=%E6%B3%BD%E5%B7%9E", "")
                        .json()
                        .at("/items/0/code")
                        .asString())
                .isEqualTo("zezhou");
    }

    @Test
    @DisplayName("takes new units where they belong, and moves them with what is below, never below themselves")
    void createAndMove() {
        assertThat(create("park", "COUNTY", "zezhou", ", \"area\": \"140525\"").status())
                .isEqualTo(201);
        assertThat(create("works", "PLANT", "park", ", \"area\": \"140525\", \"sectors\": [\"coking\"]")
                        .status())
                .isEqualTo(201);
        expectField(create("works", "PLANT", "park", ""), "code");
        expectField(create("Works!", "PLANT", "park", ""), "code");
        expectField(create("below-plant", "PLANT", "works", ""), "parentId");
        expectField(create("second-city", "CITY", "140500", ""), "parentId");
        expectField(create("no-area", "COUNTY", "140500", ""), "area");
        expectField(create("far", "PLANT", "park", ", \"area\": \"110101\""), "area");
        expectField(create("odd", "PLANT", "park", ", \"sectors\": [\"witchcraft\"]"), "sectors");
        expectField(move("140500", "zezhou"), "parentId");
        assertThat(move("works", "energy-bureau").status()).isEqualTo(200);
        assertThat(unit("works").get("name").asString()).isEqualTo("改名");
        JsonNode unit = unit("zezhou");
        expectField(
                system.changeFrom(
                        unit.get("version").asInt(),
                        "PUT",
                        "/api/v1/units/" + unit.get("id").asInt(),
                        """
                        {"parentId": %d, "nameZh": "泽州", "area": "140525"}""".formatted(unit("park").get("id").asInt())),
                "parentId");
        JsonNode history = system.call(
                        "GET", "/api/v1/units/" + unit("works").get("id").asInt() + "/history", "")
                .json();
        assertThat(history.at("/items/0/action").asString()).isEqualTo("unit.changed");
    }

    @Test
    @DisplayName("closes no unit in which somebody is, reopens what was closed, and takes nobody into a closed one")
    void close() {
        create("bureau", "DEPARTMENT", "140500", "");
        create("office", "DEPARTMENT", "bureau", "");
        assertThat(post("bureau", "/close").json().get("code").asString()).isEqualTo("people.unit-in-use");
        server.account("clerk", "office", Role.DEPARTMENT);
        assertThat(post("office", "/close").status()).isEqualTo(409);
        int clerk = system.call("GET", "/api/v1/users?q=clerk", "")
                .json()
                .at("/items/0/id")
                .asInt();
        assertThat(system.changeFrom(1, "POST", "/api/v1/users/" + clerk + "/disable", REASON)
                        .status())
                .isEqualTo(200);
        assertThat(post("office", "/close").status()).isEqualTo(200);
        assertThat(post("bureau", "/close").status()).isEqualTo(200);
        assertThat(post("office", "/reopen").json().get("code").asString()).isEqualTo("people.parent-closed");
        assertThat(system.call("POST", "/api/v1/users", """
                        {"username": "late", "displayName": "迟", "unitId": %d}""".formatted(
                                        unit("office").get("id").asInt()))
                        .status())
                .isEqualTo(400);
        assertThat(units(system, "").toString()).doesNotContain("\"bureau\"");
        assertThat(post("bureau", "/reopen").status()).isEqualTo(200);
        assertThat(post("140500", "/close").status()).isEqualTo(409);
    }

    @Test
    @DisplayName("shows each reader the part within the scope")
    void scope() {
        server.account("county-reader", "gaoping", Role.COUNTY);
        JsonNode seen = units(server.signedIn("county-reader"), "");
        assertThat(seen.valueStream().map(unit -> unit.get("code").asString())).containsExactly("gaoping");
        JsonNode people = server.signedIn("county-reader")
                .call("GET", "/api/v1/users", "")
                .json()
                .get("items");
        assertThat(people.valueStream().map(user -> user.get("username").asString()))
                .containsExactly("county-reader");
    }
}
