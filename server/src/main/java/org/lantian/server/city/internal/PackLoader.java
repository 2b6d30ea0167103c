package org.lantian.server.city.internal;

import java.util.List;
import org.lantian.city.CityPack;
import org.lantian.server.audit.ChangeLog;
import org.lantian.server.city.Station;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the tables up to what the pack says: all of it or, on a fault, nothing. */
@Component
class PackLoader {

    private final TransactionOperations transaction;
    private final PackRepository packs;
    private final StationRepository stations;
    private final ChangeLog changes;

    PackLoader(TransactionOperations transaction, PackRepository packs, StationRepository stations, ChangeLog changes) {
        this.transaction = transaction;
        this.packs = packs;
        this.stations = stations;
        this.changes = changes;
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
        changes.recordAs(
                ChangeLog.SYSTEM,
                "city.pack-loaded",
                pack.city().code().value(),
                "version " + pack.city().packVersion() + ", SHA-256 " + pack.hash());
    }
}
