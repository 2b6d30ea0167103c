package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.http.Page;
import org.lantian.server.http.Versions;
import org.lantian.server.identity.UnitKind;
import org.lantian.server.identity.internal.Unit;
import org.lantian.server.identity.internal.UnitDraft;
import org.lantian.server.identity.internal.UnitService;
import org.lantian.server.problem.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tree of units over HTTP. */
@RestController
@RequestMapping("/api/v1/units")
@Tag(name = "units")
class UnitController {

    private final UnitService units;

    UnitController(UnitService units) {
        this.units = units;
    }

    /** A unit to be. */
    record NewUnit(
            @NotNull @Size(max = 60) String code,
            @NotNull UnitKind kind,
            @Nullable Integer parentId,
            @NotNull @Size(max = 100) String nameZh,
            @Nullable @Size(max = 100) String nameEn,
            @Nullable String area,
            @Nullable List<String> sectors,
            @Nullable @Size(max = 1000) String reason) {}

    /** What a unit shall be; a null parent for the city only. */
    record UnitChange(
            @Nullable Integer parentId,
            @NotNull @Size(max = 100) String nameZh,
            @Nullable @Size(max = 100) String nameEn,
            @Nullable String area,
            @Nullable List<String> sectors,
            @Nullable @Size(max = 1000) String reason) {}

    @GetMapping
    @Access(Action.LIST_PEOPLE)
    @Operation(operationId = "listUnits", summary = "机构树（权限范围内，上级在前） / units within one's scope, those above first")
    Page<UnitView> list(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "") @Size(max = 100) String q,
            HttpServletRequest request) {
        return new Page<>(
                units.list(closed, q.strip()).stream()
                        .map(unit -> UnitView.of(unit, Languages.of(request)))
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    @Access(Action.LIST_PEOPLE)
    @Operation(operationId = "getUnit", summary = "一个机构 / one unit")
    ResponseEntity<UnitView> get(@PathVariable int id, HttpServletRequest request) {
        return answer(HttpStatus.OK, units.get(id), request);
    }

    @PostMapping
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "createUnit", summary = "新建机构 / make a unit")
    ResponseEntity<UnitView> create(@RequestBody @Valid NewUnit fresh, HttpServletRequest request) {
        UnitDraft draft = draft(fresh.parentId(), fresh.nameZh(), fresh.nameEn(), fresh.area(), fresh.sectors());
        return answer(
                HttpStatus.CREATED,
                units.create(fresh.code().strip(), fresh.kind(), draft, text(fresh.reason())),
                request);
    }

    @PutMapping("/{id}")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "changeUnit", summary = "修改、改名或移动机构 / change, rename or move a unit")
    ResponseEntity<UnitView> change(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid UnitChange change,
            HttpServletRequest request) {
        check(id, expected, request);
        UnitDraft draft = draft(change.parentId(), change.nameZh(), change.nameEn(), change.area(), change.sectors());
        return answer(HttpStatus.OK, units.change(id, expected, draft, text(change.reason())), request);
    }

    @PostMapping("/{id}/close")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "closeUnit", summary = "撤销机构 / close a unit")
    ResponseEntity<UnitView> close(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid Reason reason,
            HttpServletRequest request) {
        check(id, expected, request);
        return answer(HttpStatus.OK, units.close(id, expected, reason.reason()), request);
    }

    @PostMapping("/{id}/reopen")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "reopenUnit", summary = "恢复机构 / reopen a unit")
    ResponseEntity<UnitView> reopen(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid Reason reason,
            HttpServletRequest request) {
        check(id, expected, request);
        return answer(HttpStatus.OK, units.reopen(id, expected, reason.reason()), request);
    }

    /** Tells a stale caller how the unit looks now; the change itself checks once more. */
    private void check(int id, ExpectedVersion expected, HttpServletRequest request) {
        Unit present = units.get(id);
        expected.check(present.version(), UnitView.of(present, Languages.of(request)));
    }

    private static UnitDraft draft(
            @Nullable Integer parent,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String area,
            @Nullable List<String> sectors) {
        return new UnitDraft(
                parent,
                nameZh,
                text(nameEn),
                area == null || area.isEmpty() ? null : area,
                sectors == null ? List.of() : sectors);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static ResponseEntity<UnitView> answer(HttpStatus status, Unit unit, HttpServletRequest request) {
        return Versions.answer(status, unit.version(), UnitView.of(unit, Languages.of(request)));
    }
}
