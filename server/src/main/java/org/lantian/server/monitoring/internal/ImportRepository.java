package org.lantian.server.monitoring.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.observations.ReadSummary;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.InputError;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Imports and their rejected cells. */
@Repository
public class ImportRepository {

    /** Longer cells are cut in the list of rejections. */
    private static final int LONGEST_TEXT = 200;

    private static final String ALL = "SELECT * FROM air_import ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    ImportRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** Puts an import at the end of the queue and gives its id. */
    int add(ImportRequest request, long bytes) {
        return jdbc.sql("""
                INSERT INTO air_import (file_name, file_path, file_is_ours, file_bytes, declared_as,
                                        mapping_name, mapping_text, dry_run, strict, actor, state)
                VALUES (:name, :path, :ours, :bytes, :declared, :mapping_name, :mapping_text, :dry, :strict, :actor,
                        'queued')
                RETURNING id""")
                .param("name", request.fileName())
                .param("path", request.path().toAbsolutePath().toString())
                .param("ours", request.fileIsOurs())
                .param("bytes", bytes)
                .param("declared", request.declaredAs().orElse(null))
                .param(
                        "mapping_name",
                        request.mapping().map(ImportRequest.Mapping::name).orElse(null))
                .param(
                        "mapping_text",
                        request.mapping().map(ImportRequest.Mapping::text).orElse(null))
                .param("dry", request.dryRun())
                .param("strict", request.strict())
                .param("actor", request.actor())
                .query(Integer.class)
                .single();
    }

    public Optional<ImportRow> find(int id) {
        return jdbc.sql(ALL + "WHERE id = ?").param(id).query(this::row).optional();
    }

    /** Imports with an id below this one, the newest first. */
    public List<ImportRow> listBefore(int id, int limit) {
        return jdbc.sql(ALL + "WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(id, limit)
                .query(this::row)
                .list();
    }

    List<ImportRow> listInState(ImportState state) {
        return jdbc.sql(ALL + "WHERE state = ? ORDER BY id")
                .param(state.code())
                .query(this::row)
                .list();
    }

    /** The import whose turn it is. */
    Optional<ImportRow> findNext() {
        return jdbc.sql(ALL + "WHERE state = 'queued' ORDER BY id LIMIT 1")
                .query(this::row)
                .optional();
    }

    /** Whether a file that the pack declares has been imported. */
    boolean isImported(String declaredAs) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM air_import WHERE declared_as = ? AND state = 'done')")
                .param(declaredAs)
                .query(Boolean.class)
                .single();
    }

    /** Begins a queued import; false when it is not queued any more. */
    boolean begin(int id) {
        return jdbc.sql("UPDATE air_import SET state = 'running', started = now() WHERE id = ? AND state = 'queued'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Puts a running import back into the queue. */
    void requeue(int id) {
        jdbc.sql("UPDATE air_import SET state = 'queued', started = NULL WHERE id = ? AND state = 'running'")
                .param(id)
                .update();
    }

    /** Cancels a queued import; false when it is not queued any more. */
    boolean cancelQueued(int id) {
        return jdbc.sql("UPDATE air_import SET state = 'cancelled', finished = now() WHERE id = ? AND state = 'queued'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Ends an import and stores what came out. */
    void finish(int id, ImportState state, ImportResult result, ImportRow.@Nullable Failure error) {
        Optional<ReadSummary> summary = result.summary();
        jdbc.sql("""
                UPDATE air_import SET state = :state, finished = clock_timestamp(),
                       layout = :layout, encoding = :encoding, row_count = :rows,
                       accepted = :accepted, revised = :revised, unchanged = :unchanged, flagged = :flagged,
                       duplicates = :duplicates, rejected = :rejected, skipped = :skipped,
                       skipped_quantities = :quantities::jsonb, skipped_stations = :stations::jsonb,
                       first_hour = :first, last_hour = :last,
                       error_code = :code, error_zh = :zh, error_en = :en
                 WHERE id = :id""")
                .param("state", state.code())
                .param(
                        "layout",
                        summary.map(s -> s.file().layout().name().toLowerCase(Locale.ROOT))
                                .orElse(null))
                .param("encoding", summary.map(s -> s.file().encoding()).orElse(null))
                .param("rows", summary.map(ReadSummary::rows).orElse(0L))
                .param("accepted", result.counts().accepted())
                .param("revised", result.counts().revised())
                .param("unchanged", result.counts().unchanged())
                .param("flagged", result.counts().flagged())
                .param("duplicates", result.duplicates())
                .param("rejected", result.rejected())
                .param("skipped", summary.map(ReadSummary::skipped).orElse(0L))
                .param(
                        "quantities",
                        json.writeValueAsString(
                                summary.map(ReadSummary::skippedQuantities).orElse(Map.of())))
                .param(
                        "stations",
                        json.writeValueAsString(
                                summary.map(ReadSummary::skippedStations).orElse(Map.of())))
                .param("first", time(result.firstHour()))
                .param("last", time(result.lastHour()))
                .param("code", error == null ? null : error.code())
                .param("zh", error == null ? null : error.text().zh())
                .param("en", error == null ? null : error.text().en())
                .param("id", id)
                .update();
        addRejections(id, result.rejections());
    }

    /** Ends an import of which nothing is known but why. */
    void fail(int id, ImportRow.Failure error) {
        jdbc.sql("""
                UPDATE air_import SET state = 'failed', finished = now(), error_code = ?, error_zh = ?, error_en = ?
                 WHERE id = ?""")
                .params(error.code(), error.text().zh(), error.text().en(), id)
                .update();
    }

    private void addRejections(int id, List<InputError> rejections) {
        CopyRows rows = new CopyRows();
        int number = 0;
        for (InputError rejection : rejections) {
            rows.beginRow(8);
            rows.putInt(id);
            rows.putInt(++number);
            rows.putLong(rejection.row());
            rows.putText(cut(rejection.field()));
            rows.putText(cut(rejection.value()));
            rows.putText(rejection.code());
            rows.putText(cut(rejection.expected().zh()));
            rows.putText(cut(rejection.expected().en()));
        }
        template.execute((Connection connection) -> {
            rows.copyInto(
                    connection,
                    "import_rejection (import_id, number, file_row, field, value, code, expected_zh, expected_en)");
            return true;
        });
    }

    /** Rejected cells of an import in the order of the file. */
    public List<InputError> listRejections(ImportRow of, int limit) {
        return jdbc.sql("SELECT * FROM import_rejection WHERE import_id = ? ORDER BY number LIMIT ?")
                .params(of.id(), limit)
                .query((row, number) -> new InputError(
                        row.getString("code"),
                        of.fileName(),
                        row.getLong("file_row"),
                        row.getString("field"),
                        row.getString("value"),
                        new BilingualText(row.getString("expected_zh"), row.getString("expected_en"))))
                .list();
    }

    private ImportRow row(ResultSet row, int number) throws SQLException {
        String mapping = row.getString("mapping_text");
        String code = row.getString("error_code");
        return new ImportRow(
                row.getInt("id"),
                row.getString("file_name"),
                row.getString("file_path"),
                row.getBoolean("file_is_ours"),
                row.getLong("file_bytes"),
                Optional.ofNullable(mapping).map(text -> new ImportRequest.Mapping(textOf(row, "mapping_name"), text)),
                row.getBoolean("dry_run"),
                row.getBoolean("strict"),
                row.getString("actor"),
                ImportState.of(row.getString("state")),
                row.getTimestamp("requested").toInstant(),
                instant(row, "started"),
                instant(row, "finished"),
                row.getString("layout"),
                row.getString("encoding"),
                row.getLong("row_count"),
                new ImportCounts(
                        row.getLong("accepted"),
                        row.getLong("revised"),
                        row.getLong("unchanged"),
                        row.getLong("flagged")),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                row.getLong("skipped"),
                counts(row.getString("skipped_quantities")),
                counts(row.getString("skipped_stations")),
                hour(instant(row, "first_hour")),
                hour(instant(row, "last_hour")),
                code == null
                        ? null
                        : new ImportRow.Failure(
                                code, new BilingualText(row.getString("error_zh"), row.getString("error_en"))));
    }

    private Map<String, Long> counts(String text) {
        Map<String, Long> counts = new HashMap<>();
        json.readTree(text)
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    private static String textOf(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable HourEnding hour(@Nullable Instant instant) {
        return instant == null ? null : new HourEnding(instant.getEpochSecond() / 3600);
    }

    private static @Nullable OffsetDateTime time(@Nullable HourEnding hour) {
        return hour == null ? null : hour.instant().atOffset(ZoneOffset.UTC);
    }

    private static String cut(String text) {
        // U+0000 can stand in a file but not in the database.
        String clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT) + "…";
    }
}
