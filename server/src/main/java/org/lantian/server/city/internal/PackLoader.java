package org.lantian.server.city.internal;

import java.util.List;
import java.util.Map;
import org.lantian.city.CityPack;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.city.Station;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the tables up to what the pack says: all of it or, on a fault, nothing. */
@Component
class PackLoader {

    private final TransactionOperations transaction;
    private final PackRepository packs;
    private final StationRepository stations;
    private final AuditLog audit;

    PackLoader(TransactionOperations transaction, PackRepository packs, StationRepository stations, AuditLog audit) {
        this.transaction = transaction;
        this.packs = packs;
        this.stations = stations;
        this.audit = audit;
    }

    /** Loads the pack unless it is the one loaded last, and answers the stations the database now knows. */
    List<Station> load(CityPack pack) {
        transaction.executeWithoutResult(status -> {
            if (packs.findLoadedHash().filter(pack.hash()::equals).isEmpty()) {
                save(pack);
            }
        });
        return stations.list();
    }

    private void save(CityPack pack) {
        packs.saveIdentity(pack);
        packs.saveAreas(pack.areas());
        stations.save(pack.stations());
        packs.saveUnits(pack.units());
        packs.saveSectors(pack.sectors());
        packs.saveTargets(pack.targets());
        audit.record(Event.of("city.pack-loaded")
                .on(
                        EntityRef.of("city", pack.city().code().value()),
                        pack.city().name().zh())
                .after(Map.of("version", pack.city().packVersion(), "sha256", pack.hash()))
                .by(Actor.SYSTEM));
    }
}
