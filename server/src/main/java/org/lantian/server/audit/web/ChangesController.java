package org.lantian.server.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.audit.internal.ChangeRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists what was changed, newest first. */
@RestController
@Tag(name = "changes")
class ChangesController {

    private final ChangeRepository changes;

    ChangesController(ChangeRepository changes) {
        this.changes = changes;
    }

    /**
     * One page of changes.
     *
     * @param changes newest first
     * @param next value of {@code before} for the following page, null on the last
     */
    record ChangePage(
            List<ChangeRepository.Change> changes, @Nullable Long next) {}

    @GetMapping("/api/v1/changes")
    @Access(Action.READ_AUDIT)
    @Operation(operationId = "listChanges", summary = "变更记录 / what was changed, newest first")
    ChangePage list(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<ChangeRepository.Change> page = changes.listBefore(before == null ? Long.MAX_VALUE : before, limit);
        return new ChangePage(page, page.size() < limit ? null : page.getLast().id());
    }
}
