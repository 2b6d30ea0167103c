package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.identity.internal.LockOuts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Names and addresses that must wait after failed attempts to sign in. */
@RestController
@RequestMapping("/api/v1/lock-outs")
@Access(Action.EDIT_PEOPLE)
@Tag(name = "lock-outs")
class LockOutController {

    private final LockOuts lockOuts;

    LockOutController(LockOuts lockOuts) {
        this.lockOuts = lockOuts;
    }

    @GetMapping
    @SortedBy({"-last", "failures", "id"})
    @Operation(operationId = "listLockOuts", summary = "登录锁定 / who must wait before the next attempt to sign in")
    Page<LockOuts.LockOut> list(
            @RequestParam(required = false) LockOuts.@Nullable Kind kind, @ParameterObject PageQuery page) {
        return lockOuts.list(kind, page);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endLockOut", summary = "解除锁定 / let somebody try again at once")
    void end(@PathVariable long id) {
        lockOuts.end(id);
    }
}
