package org.lantian.server.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lantian.city.Area;
import org.lantian.city.City;
import org.lantian.city.ResponsibleUnit;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.identity.UnitKind;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the tree with the city and the units that its pack names. A unit that is there already, perhaps renamed or moved
 * by now, is left alone.
 */
@Component
class UnitSeed implements InitializingBean {

    private final CityCatalog city;
    private final UnitRepository units;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private int added;

    UnitSeed(CityCatalog city, UnitRepository units, AuditLog audit, TransactionTemplate transaction) {
        this.city = city;
        this.units = units;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            units.lockTree();
            int root = root();
            // counties first: a functional area may lie in one
            city.areas().stream()
                    .filter(area -> !area.code().isFunctionalArea())
                    .forEach(area -> addArea(area, root));
            city.areas().stream().filter(area -> area.code().isFunctionalArea()).forEach(area -> addArea(area, root));
            city.units().stream()
                    .filter(unit -> unit.kind() != org.lantian.city.UnitKind.AREA)
                    .forEach(unit -> add(unit.code(), UnitKind.DEPARTMENT, root, unit.name(), unit.area()));
            if (added > 0) {
                audit.record(Event.of("units.seeded")
                        .on(city.city().code().value())
                        .after(Map.of("units", added, "packHash", city.packHash())));
            }
        });
    }

    private int root() {
        Optional<Unit> present = units.findRoot();
        if (present.isPresent()) {
            return present.get().id();
        }
        added++;
        City own = city.city();
        return units.add(
                own.code().value(),
                UnitKind.CITY,
                new UnitDraft(null, own.name().zh(), own.name().en(), null, List.of()));
    }

    /** The government or committee that the pack names for the area, else one under the area's own name. */
    private void addArea(Area area, int root) {
        Optional<ResponsibleUnit> named = unitOf(area.code());
        int parent = city.findArea(area.parent())
                .flatMap(above -> units.findByCode(codeOf(above.code())))
                .map(Unit::id)
                .orElse(root);
        add(
                codeOf(area.code()),
                UnitKind.COUNTY,
                parent,
                named.map(ResponsibleUnit::name).orElse(area.name()),
                Optional.of(area.code()));
    }

    private String codeOf(AreaCode area) {
        return unitOf(area).map(ResponsibleUnit::code).orElse(area.value()).toLowerCase(Locale.ROOT);
    }

    private Optional<ResponsibleUnit> unitOf(AreaCode area) {
        return city.units().stream()
                .filter(unit -> unit.kind() == org.lantian.city.UnitKind.AREA)
                .filter(unit -> unit.area().filter(area::equals).isPresent())
                .findFirst();
    }

    private void add(String code, UnitKind kind, int parent, BilingualText name, Optional<AreaCode> area) {
        if (units.findByCode(code).isEmpty()) {
            units.add(
                    code,
                    kind,
                    new UnitDraft(
                            parent,
                            name.zh(),
                            name.en(),
                            area.map(AreaCode::value).orElse(null),
                            List.of()));
            added++;
        }
    }
}
