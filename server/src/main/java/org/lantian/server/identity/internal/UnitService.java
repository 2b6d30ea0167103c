package org.lantian.server.identity.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Scope;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.identity.UnitKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the tree of units: what may stand where, and that nothing in use is closed. */
@Service
public class UnitService {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final int LONGEST_NAME = 100;

    private final UnitRepository units;
    private final CityCatalog city;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    UnitService(UnitRepository units, CityCatalog city, AuditLog audit, TransactionTemplate transaction) {
        this.units = units;
        this.city = city;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A unit in the audit. */
    record Facts(
            String code,
            UnitKind kind,
            String parent,
            String nameZh,
            String nameEn,
            @Nullable String area,
            List<String> sectors,
            boolean closed) {}

    /** The units within the actor's scope, those above before those below. */
    public List<Unit> list(boolean alsoClosed, String search) {
        return units.list(Actor.current().scope(), alsoClosed, search);
    }

    public Unit get(int id) {
        return units.find(id, Actor.current().scope()).orElseThrow(() -> Refusals.noUnit(id));
    }

    public Unit create(String code, UnitKind kind, UnitDraft draft, String reason) {
        if (!CODE.matcher(code).matches()) {
            throw Refusals.field(
                    "code", code, "1–60 个小写字母、数字、点、下划线或连字符", "1–60 lower-case letters, digits, dots, _ or -");
        }
        return in(() -> {
            check(kind, draft, Optional.empty());
            if (units.findByCode(code).isPresent()) {
                throw Refusals.field("code", code, "未被使用的代码", "a code that is not in use");
            }
            Unit created = get(units.add(code, kind, draft));
            record("unit.created", null, created, reason);
            return created;
        });
    }

    /** Renames, moves, or changes what the unit is about; its code and kind stay. */
    public Unit change(int id, ExpectedVersion expected, UnitDraft draft, String reason) {
        return in(() -> {
            Unit before = get(id);
            expected.check(before.version(), before);
            check(before.kind(), draft, Optional.of(before));
            units.change(id, draft);
            Unit after = get(id);
            record("unit.changed", before, after, reason);
            return after;
        });
    }

    /** Closes a unit below which nothing is open and to which nobody belongs any more. */
    public Unit close(int id, ExpectedVersion expected, String reason) {
        return in(() -> {
            Unit before = get(id);
            expected.check(before.version(), before);
            if (before.parentId() == null || before.users() > 0 || units.hasOpenBelow(id)) {
                throw Refusals.conflict(
                        "people.unit-in-use",
                        "该机构下仍有未撤销的机构或未停用的账号，不能撤销。",
                        "Units below it are still open or accounts in it are not disabled: it cannot be closed.");
            }
            return setClosed(before, true, reason);
        });
    }

    public Unit reopen(int id, ExpectedVersion expected, String reason) {
        return in(() -> {
            Unit before = get(id);
            expected.check(before.version(), before);
            if (before.parentId() != null && get(before.parentId()).closed() != null) {
                throw Refusals.conflict(
                        "people.parent-closed", "上级机构已撤销，请先恢复上级机构。", "The unit above is closed; reopen that first.");
            }
            return setClosed(before, false, reason);
        });
    }

    private Unit setClosed(Unit before, boolean closed, String reason) {
        if ((before.closed() != null) == closed) {
            return before;
        }
        units.setClosed(before.id(), closed);
        Unit after = get(before.id());
        record(closed ? "unit.closed" : "unit.reopened", before, after, reason);
        return after;
    }

    private void check(UnitKind kind, UnitDraft draft, Optional<Unit> present) {
        if (draft.nameZh().isEmpty() || draft.nameZh().length() > LONGEST_NAME) {
            throw Refusals.field("nameZh", draft.nameZh(), "1–100 个字符", "1–100 characters");
        }
        if (draft.nameEn().length() > LONGEST_NAME) {
            throw Refusals.field("nameEn", draft.nameEn(), "至多 100 个字符", "at most 100 characters");
        }
        checkParent(kind, draft, present);
        String area = draft.area();
        boolean known = area != null
                && city.areas().stream().anyMatch(each -> each.code().value().equals(area));
        if (area == null ? kind == UnitKind.COUNTY : !known) {
            throw Refusals.field(
                    "area", Objects.requireNonNullElse(area, ""), "本市区县代码", "the code of an area of this city");
        }
        List<String> sectors =
                city.sectors().stream().map(sector -> sector.code()).toList();
        for (String sector : draft.sectors()) {
            if (!sectors.contains(sector)) {
                throw Refusals.field("sectors", sector, "城市资料包中的行业代码", "a code of a sector of the city pack");
            }
        }
        boolean mayHaveSectors = kind == UnitKind.DEPARTMENT || kind == UnitKind.PLANT;
        if (new HashSet<>(draft.sectors()).size() < draft.sectors().size()
                || !mayHaveSectors && !draft.sectors().isEmpty()) {
            throw Refusals.field(
                    "sectors",
                    String.join(", ", draft.sectors()),
                    "只限部门和企业，且不重复",
                    "only for departments and plants, each once");
        }
    }

    private void checkParent(UnitKind kind, UnitDraft draft, Optional<Unit> present) {
        Integer parentId = draft.parentId();
        boolean isRoot = present.map(unit -> unit.parentId() == null).orElse(false);
        if (isRoot && parentId == null) {
            return;
        }
        Unit parent = parentId == null
                ? null
                : units.find(parentId, Scope.EVERYWHERE)
                        .filter(unit -> unit.closed() == null)
                        .orElse(null);
        boolean fits = parent != null
                && !isRoot
                && switch (kind) {
                    case CITY -> false;
                    case COUNTY -> parent.kind() == UnitKind.CITY || parent.kind() == UnitKind.COUNTY;
                    case DEPARTMENT -> parent.kind() != UnitKind.PLANT;
                    case PLANT -> parent.kind() != UnitKind.PLANT;
                };
        if (!fits || parent != null && isBelow(parent, present)) {
            throw Refusals.field(
                    "parentId",
                    String.valueOf(parentId),
                    "一个未撤销、类别合适且不在本机构之下的上级机构（县区在市或县区之下，部门和企业在市、县区或部门之下）",
                    "an open unit above that is not below this one (a county under the city or a county; a department or"
                            + " plant under the city, a county or a department)");
        }
    }

    private boolean isBelow(Unit parent, Optional<Unit> unit) {
        return unit.filter(present -> units.isWithin(parent.id(), present.id())).isPresent();
    }

    private void record(String action, @Nullable Unit before, Unit after, String reason) {
        audit.record(Event.of(action)
                .on(EntityRef.of("unit", after.id()), after.nameZh())
                .before(before == null ? null : facts(before))
                .after(facts(after))
                .reason(reason));
    }

    private Facts facts(Unit unit) {
        String parent = unit.parentId() == null
                ? ""
                : units.find(unit.parentId(), Scope.EVERYWHERE).orElseThrow().code();
        return new Facts(
                unit.code(),
                unit.kind(),
                parent,
                unit.nameZh(),
                unit.nameEn(),
                unit.area(),
                unit.sectors(),
                unit.closed() != null);
    }

    private Unit in(Supplier<Unit> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            units.lockTree();
            return change.get();
        }));
    }
}
