package org.lantian.server.city.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lantian.city.Area;
import org.lantian.city.CityPack;
import org.lantian.city.ResponsibleUnit;
import org.lantian.city.Sector;
import org.lantian.city.Target;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.Pollutant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the pack other than stations; see {@link StationRepository} for those. */
@Repository
class PackRepository {

    private final JdbcClient jdbc;

    PackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Checksum of the pack that was loaded last; empty in a new database. */
    Optional<String> findLoadedHash() {
        return jdbc.sql("SELECT hash FROM city_pack").query(String.class).optional();
    }

    void saveIdentity(CityPack pack) {
        jdbc.sql("""
                        INSERT INTO city_pack (city_code, name_zh, name_en, version, hash)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET city_code = excluded.city_code, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, version = excluded.version, hash = excluded.hash, loaded = now()
                        """)
                .params(
                        pack.city().code().value(),
                        pack.city().name().zh(),
                        pack.city().name().en(),
                        pack.city().packVersion(),
                        pack.hash())
                .update();
    }

    void saveAreas(List<Area> areas) {
        endMissing("area", areas.stream().map(area -> area.code().value()).toList());
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            jdbc.sql("""
                            INSERT INTO area (code, name_zh, name_en, kind, parent, source, source_status, position,
                                valid_from, current)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                            ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
                                kind = excluded.kind, parent = excluded.parent, valid_from = excluded.valid_from,
                                source = excluded.source, source_status = excluded.source_status,
                                position = excluded.position, current = true
                            """)
                    .params(
                            area.code().value(),
                            area.name().zh(),
                            area.name().en(),
                            area.kind().code(),
                            area.parent().value(),
                            area.provenance().source(),
                            area.provenance().status().code(),
                            i)
                    .param(area.validFrom().orElse(null))
                    .update();
        }
    }

    void saveUnits(List<ResponsibleUnit> units) {
        endMissing("responsible_unit", units.stream().map(ResponsibleUnit::code).toList());
        for (int i = 0; i < units.size(); i++) {
            ResponsibleUnit unit = units.get(i);
            jdbc.sql("""
                            INSERT INTO responsible_unit (code, name_zh, name_en, kind, source, source_status,
                                position, area_code, current)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, true)
                            ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
                                kind = excluded.kind, area_code = excluded.area_code, source = excluded.source,
                                source_status = excluded.source_status, position = excluded.position, current = true
                            """)
                    .params(
                            unit.code(),
                            unit.name().zh(),
                            unit.name().en(),
                            unit.kind().code(),
                            unit.provenance().source(),
                            unit.provenance().status().code(),
                            i)
                    .param(unit.area().map(AreaCode::value).orElse(null))
                    .update();
        }
    }

    void saveSectors(List<Sector> sectors) {
        endMissing("sector", sectors.stream().map(Sector::code).toList());
        for (int i = 0; i < sectors.size(); i++) {
            Sector sector = sectors.get(i);
            jdbc.sql("""
                            INSERT INTO sector (code, name_zh, name_en, kind, battle, source, source_status, position,
                                current)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, true)
                            ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
                                kind = excluded.kind, battle = excluded.battle, source = excluded.source,
                                source_status = excluded.source_status, position = excluded.position, current = true
                            """)
                    .params(
                            sector.code(),
                            sector.name().zh(),
                            sector.name().en(),
                            sector.kind().code(),
                            sector.battle(),
                            sector.provenance().source(),
                            sector.provenance().status().code(),
                            i)
                    .update();
        }
    }

    /** Takes off the record what the pack no longer says, and puts on it what it says newly. */
    void saveTargets(List<Target> targets) {
        jdbc.sql("CREATE TEMPORARY TABLE declared_target (LIKE target INCLUDING DEFAULTS) ON COMMIT DROP")
                .update();
        jdbc.sql("ALTER TABLE declared_target DROP COLUMN id").update();
        for (Target target : targets) {
            jdbc.sql("""
                            INSERT INTO declared_target (year, scope, pollutant, statistic, value, unit, source,
                                source_status)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            target.year(),
                            target.scope().value(),
                            target.pollutant().map(Pollutant::code).orElse(""),
                            target.statistic().code(),
                            target.value(),
                            target.unit(),
                            target.provenance().source(),
                            target.provenance().status().code())
                    .update();
        }
        jdbc.sql("""
                        UPDATE target SET recorded_to = now()
                        WHERE recorded_to IS NULL
                          AND (year, scope, pollutant, statistic, value, unit, source, source_status) NOT IN (
                              SELECT year, scope, pollutant, statistic, value, unit, source, source_status
                              FROM declared_target)
                        """).update();
        jdbc.sql("""
                        INSERT INTO target (year, scope, pollutant, statistic, value, unit, source, source_status)
                        SELECT year, scope, pollutant, statistic, value, unit, source, source_status
                        FROM declared_target
                        ON CONFLICT (year, scope, pollutant, statistic) WHERE recorded_to IS NULL DO NOTHING
                        """).update();
    }

    /**
     * @param table one of this class's own constants, never input
     */
    private void endMissing(String table, Collection<String> codes) {
        jdbc.sql("UPDATE " + table + " SET current = false WHERE current AND code <> ALL (?)")
                .param(codes.toArray(String[]::new))
                .update();
    }
}
