package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.EventLine;
import org.lantian.server.audit.History;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.identity.internal.UnitService;
import org.lantian.server.identity.internal.UserService;
import org.lantian.server.problem.Languages;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was done to accounts and units. */
@RestController
class HistoryController {

    private final History history;
    private final UserService users;
    private final UnitService units;

    HistoryController(History history, UserService users, UnitService units) {
        this.history = history;
        this.users = users;
        this.units = units;
    }

    @GetMapping("/api/v1/users/{id}/history")
    @Access(Action.READ_PEOPLE_HISTORY)
    @Tag(name = "users")
    @SortedBy({"-sequence"})
    @Operation(operationId = "listUserHistory", summary = "账号的变更历史 / what was done to an account")
    Page<EventLine> ofUser(@PathVariable int id, @ParameterObject PageQuery page, HttpServletRequest request) {
        return of("account", users.get(id).id(), page, request);
    }

    @GetMapping("/api/v1/units/{id}/history")
    @Access(Action.READ_PEOPLE_HISTORY)
    @Tag(name = "units")
    @SortedBy({"-sequence"})
    @Operation(operationId = "listUnitHistory", summary = "机构的变更历史 / what was done to a unit")
    Page<EventLine> ofUnit(@PathVariable int id, @ParameterObject PageQuery page, HttpServletRequest request) {
        return of("unit", units.get(id).id(), page, request);
    }

    @GetMapping("/api/v1/account/history")
    @Access(Action.USE_OWN_ACCOUNT)
    @Tag(name = "account")
    @SortedBy({"-sequence"})
    @Operation(operationId = "listOwnHistory", summary = "本人账号的变更历史 / what was done to one's own account")
    Page<EventLine> own(@ParameterObject PageQuery page, HttpServletRequest request) {
        return of("account", Actor.current().accountId(), page, request);
    }

    private Page<EventLine> of(String type, int id, PageQuery page, HttpServletRequest request) {
        return history.of(EntityRef.of(type, id), page, Languages.of(request));
    }
}
