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
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Keyset.Kind;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
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

    private static final Keyset<ImportRow> ORDER = Keyset.of("i.id", Kind.LONG, ImportRow::id)
            .by("fileName", "i.file_name", Kind.TEXT, ImportRow::fileName)
            .by("fileBytes", "i.file_bytes", Kind.LONG, ImportRow::fileBytes)
            .by("rejected", "i.rejected", Kind.LONG, ImportRow::rejected)
            .usually("-id");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    ImportRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** Notes an import that somebody wants and gives its id. */
    int add(ImportRequest request, long bytes) {
        return jdbc.sql("""
                INSERT INTO air_import (file_name, file_path, file_is_ours, file_bytes, declared_as,
                                        mapping_name, mapping_text, dry_run, strict)
                VALUES (:name, :path, :ours, :bytes, :declared, :mapping_name, :mapping_text, :dry, :strict)
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
                .query(Integer.class)
                .single();
    }

    public Optional<ImportRow> find(int id) {
        return jdbc.sql(ALL + "WHERE id = ?").param(id).query(this::row).optional();
    }

    Page<ImportRow> page(ImportFilter filter, PageQuery query) {
        Keyset.Slice<ImportRow> slice = ORDER.slice(query);
        ImportFilter.Condition condition = filter.condition();
        return slice.page(jdbc.sql("SELECT i.* FROM air_import i JOIN job_line j ON j.id = i.job_id WHERE "
                        + condition.sql() + " AND " + slice.condition() + slice.order())
                .params(condition.parameters())
                .params(slice.parameters())
                .query(this::row)
                .list());
    }

    void setJob(int id, long job) {
        jdbc.sql("UPDATE air_import SET job_id = ? WHERE id = ?")
                .params(job, id)
                .update();
    }

    void setSha256(int id, String sha256) {
        jdbc.sql("UPDATE air_import SET sha256 = ? WHERE id = ?")
                .params(sha256, id)
                .update();
    }

    /** Whether a file that the pack declares has been imported. */
    boolean isImported(String declaredAs) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM air_import WHERE declared_as = ? AND stored)")
                .param(declaredAs)
                .query(Boolean.class)
                .single();
    }

    /**
     * Notes what came out.
     *
     * @param stored whether the values are stored, in the same transaction
     */
    void finish(int id, boolean stored, ImportResult result) {
        Optional<ReadSummary> summary = result.summary();
        jdbc.sql("""
                UPDATE air_import SET stored = :stored, original_kept = :stored, finished = clock_timestamp(),
                       layout = :layout, encoding = :encoding, row_count = :rows,
                       accepted = :accepted, revised = :revised, unchanged = :unchanged, flagged = :flagged,
                       duplicates = :duplicates, rejected = :rejected, skipped = :skipped,
                       skipped_quantities = :quantities::jsonb, skipped_stations = :stations::jsonb,
                       first_hour = :first, last_hour = :last
                 WHERE id = :id""")
                .param("stored", stored)
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
                .param("id", id)
                .update();
        // an earlier attempt may have noted them and been killed then
        jdbc.sql("DELETE FROM import_rejection WHERE import_id = ?").param(id).update();
        addRejections(id, result.rejections());
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
        return new ImportRow(
                row.getInt("id"),
                row.getString("file_name"),
                row.getString("file_path"),
                row.getBoolean("file_is_ours"),
                row.getLong("file_bytes"),
                Optional.ofNullable(mapping).map(text -> new ImportRequest.Mapping(textOf(row, "mapping_name"), text)),
                row.getBoolean("dry_run"),
                row.getBoolean("strict"),
                row.getLong("job_id"),
                row.getString("sha256"),
                row.getBoolean("stored"),
                row.getBoolean("original_kept"),
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
                hour(instant(row, "last_hour")));
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
