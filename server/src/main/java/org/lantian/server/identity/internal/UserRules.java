package org.lantian.server.identity.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.access.Scope;
import org.lantian.server.identity.Administrators;
import org.lantian.server.identity.IdentitySettings;
import org.lantian.server.identity.UnitKind;
import org.springframework.stereotype.Component;

/** What an account may be called, where it may belong and which roles fit together. */
@Component
class UserRules {

    /** Names of the administrators, and those by which the audit calls who has no account. */
    private static final List<String> RESERVED = Stream.concat(
                    Administrators.USERNAMES.stream(),
                    Stream.of(Actor.SYSTEM, Actor.ANONYMOUS, Actor.LOCAL_COMMAND_LINE)
                            .map(Actor::name))
            .toList();

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");
    private static final Pattern PHONE = Pattern.compile("(\\+?[0-9][0-9 -]{4,24})?");
    private static final Pattern EMAIL = Pattern.compile("([^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190})?");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,50}");

    private static final Set<Role> ADMINISTRATORS =
            EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private final UnitRepository units;
    private final IdentitySettings settings;

    UserRules(UnitRepository units, IdentitySettings settings) {
        this.units = units;
        this.settings = settings;
    }

    /**
     * A fault of one field.
     *
     * @param field its name in JSON
     */
    record Fault(String field, String value, BilingualText expected) {}

    /**
     * Where somebody belongs, or would.
     *
     * @param unitId null for no unit
     * @param open whether one may join it
     * @param kindsUp kinds of the unit and of those above it
     */
    record Place(@Nullable Integer unitId, boolean open, List<UnitKind> kindsUp) {}

    Place place(@Nullable Integer unitId) {
        if (unitId == null) {
            return new Place(null, true, List.of());
        }
        boolean open = units.find(unitId, Scope.EVERYWHERE)
                .filter(unit -> unit.closed() == null)
                .isPresent();
        return new Place(unitId, open, units.kindsUp(unitId));
    }

    /** Everything wrong with an account to be; whether its name is free is for the caller to ask. */
    List<Fault> faults(UserDraft draft, Place place) {
        List<Fault> faults = new ArrayList<>();
        check(
                faults,
                USERNAME.matcher(draft.username()).matches() && !RESERVED.contains(draft.username()),
                "username",
                draft.username(),
                "2–50 个小写字母、数字、点、下划线或连字符，且不是保留名（" + String.join("、", RESERVED) + "）",
                "2–50 lower-case letters, digits, dots, _ or -, and no reserved name (" + String.join(", ", RESERVED)
                        + ")");
        faults.addAll(faultsOfPerson(draft.displayName(), draft.phone(), draft.email()));
        faults.addAll(faultsOfUnit(place));
        faults.addAll(faultsOfRoles(draft.proposedRoles(), place, "proposedRoles"));
        return faults;
    }

    List<Fault> faultsOfPerson(String displayName, String phone, String email) {
        List<Fault> faults = new ArrayList<>();
        check(faults, NAME.matcher(displayName).matches(), "displayName", displayName, "1–50 个字符", "1–50 characters");
        check(
                faults,
                PHONE.matcher(phone).matches(),
                "phone",
                phone,
                "电话号码（数字、空格、连字符，可前加 +），或留空",
                "a telephone number (digits, spaces, hyphens, + before), or empty");
        check(faults, EMAIL.matcher(email).matches(), "email", email, "电子邮箱地址，或留空", "an e-mail address, or empty");
        return faults;
    }

    List<Fault> faultsOfUnit(Place place) {
        List<Fault> faults = new ArrayList<>();
        check(faults, place.open(), "unitId", String.valueOf(place.unitId()), "一个未撤销的机构", "an open unit");
        return faults;
    }

    /** What is wrong with these roles for somebody of this unit. */
    List<Fault> faultsOfRoles(Set<Role> roles, Place place, String field) {
        List<Fault> faults = new ArrayList<>();
        String value = roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
        check(faults, !roles.contains(Role.PUBLIC), field, value, "公众以外的角色", "roles other than the public");
        long administrators = roles.stream().filter(ADMINISTRATORS::contains).count();
        check(
                faults,
                administrators <= 1 || settings.combinedAdministrators(),
                field,
                value,
                "系统、安全、审计管理员不由一人兼任（除非启动时设置 --combined-administrators）",
                "only one of the three administrators (unless started with --combined-administrators)");
        List<UnitKind> path = place.kindsUp();
        check(
                faults,
                !roles.contains(Role.COUNTY) || path.contains(UnitKind.COUNTY),
                field,
                value,
                "县区角色须属于县区之内的机构",
                "for the role county a unit within a county");
        check(
                faults,
                !roles.contains(Role.DEPARTMENT) || path.contains(UnitKind.DEPARTMENT),
                field,
                value,
                "部门角色须属于一个部门",
                "for the role department a unit that is a department or below one");
        check(
                faults,
                !roles.contains(Role.PLANT) || path.contains(UnitKind.PLANT),
                field,
                value,
                "企业角色须属于一家企业",
                "for the role plant a unit that is a plant");
        boolean needsUnit = roles.contains(Role.LEADER) || roles.contains(Role.INSPECTOR);
        check(
                faults,
                !needsUnit || place.unitId() != null,
                field,
                value,
                "领导和检查人员须属于一个机构（其权限范围由机构决定）",
                "a unit for leaders and inspectors, which decides their scope");
        return faults;
    }

    private static void check(List<Fault> faults, boolean holds, String field, String value, String zh, String en) {
        if (!holds) {
            faults.add(new Fault(field, value, new BilingualText(zh, en)));
        }
    }
}
