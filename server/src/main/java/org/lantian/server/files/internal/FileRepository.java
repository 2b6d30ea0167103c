package org.lantian.server.files.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Actor;
import org.lantian.server.files.FileKind;
import org.lantian.server.files.StoredFile;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code stored_file}, {@code file_upload} and {@code file_use}. */
@Repository
public class FileRepository {

    private static final String UPLOADS = """
            SELECT u.id, u.sha256, u.name, u.media_type, u.kind, f.bytes, f.width, f.height, u.account_id, u.actor, u.uploaded
              FROM file_upload u JOIN stored_file f ON f.sha256 = u.sha256\s""";

    private static final String MINE = "u.account_id = :account AND (:account > 0 OR u.actor = :actor)";

    private static final Keyset<StoredFile> ORDER = Keyset.of("u.id", Keyset.Kind.LONG, StoredFile::uploadId)
            .by("name", "u.name", Keyset.Kind.TEXT, StoredFile::name)
            .by("bytes", "f.bytes", Keyset.Kind.LONG, StoredFile::bytes)
            .usually("-id");

    private final JdbcClient jdbc;

    FileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A thing that uses a file. */
    public record Use(String entityType, String entityId, String name, String actor, Instant added) {}

    /** A content as the check sees it. */
    record Known(
            String sha256,
            long bytes,
            Instant stored,
            long uses,
            @Nullable String names) {}

    /** Lets an account's uploads be counted and added one after another, until the transaction has ended. */
    void waitForTurn(Actor actor) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?, hashtext(?))")
                .params(0x1a17f11e, owner(actor))
                .query((row, number) -> true)
                .list();
    }

    private static String owner(Actor actor) {
        return actor.accountId() > 0 ? Integer.toString(actor.accountId()) : actor.name();
    }

    /** Bytes of the different contents that this actor brought, without one of them. */
    public long usedBytes(Actor actor, String without) {
        return jdbc.sql("SELECT coalesce(sum(bytes), 0) FROM stored_file WHERE sha256 <> :without AND sha256 IN"
                        + " (SELECT u.sha256 FROM file_upload u WHERE " + MINE + ")")
                .param("without", without)
                .param("account", actor.accountId())
                .param("actor", actor.name())
                .query(Long.class)
                .single();
    }

    void addContent(String sha256, long bytes, Pictures.@Nullable Size size) {
        jdbc.sql("INSERT INTO stored_file (sha256, bytes, width, height) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .param(1, sha256)
                .param(2, bytes)
                .param(3, size == null ? null : size.width())
                .param(4, size == null ? null : size.height())
                .update();
    }

    /** Notes who brought a content; the same again changes nothing. Gives the number of the upload. */
    long addUpload(String sha256, String name, FileType type, Actor actor) {
        return addUpload(sha256, name, type.mediaType(), type.kind(), actor);
    }

    long addUpload(String sha256, String name, String mediaType, FileKind kind, Actor actor) {
        jdbc.sql("""
                INSERT INTO file_upload (sha256, name, media_type, kind, account_id, actor) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(sha256, name, mediaType, kind.code(), actor.accountId(), actor.name())
                .update();
        return jdbc.sql("SELECT id FROM file_upload WHERE sha256 = ? AND account_id = ? AND actor = ? AND name = ?")
                .params(sha256, actor.accountId(), actor.name(), name)
                .query(Long.class)
                .single();
    }

    StoredFile get(long uploadId) {
        return jdbc.sql(UPLOADS + "WHERE u.id = ?")
                .param(uploadId)
                .query(this::file)
                .single();
    }

    /** All uploads of a content, the newest first. */
    List<StoredFile> listUploads(String sha256) {
        return jdbc.sql(UPLOADS + "WHERE u.sha256 = ? ORDER BY u.id DESC")
                .param(sha256)
                .query(this::file)
                .list();
    }

    public Page<StoredFile> listOwn(Actor actor, PageQuery query) {
        Keyset.Slice<StoredFile> slice = ORDER.slice(query);
        return slice.page(jdbc.sql(UPLOADS + "WHERE " + MINE + " AND " + slice.condition() + slice.order())
                .params(slice.parameters())
                .param("account", actor.accountId())
                .param("actor", actor.name())
                .query(this::file)
                .list());
    }

    List<StoredFile> listOf(String entityType, String entityId) {
        return jdbc.sql(UPLOADS
                        + "JOIN file_use w ON w.upload_id = u.id"
                        + " WHERE w.entity_type = ? AND w.entity_id = ? AND w.removed IS NULL ORDER BY w.id")
                .params(entityType, entityId)
                .query(this::file)
                .list();
    }

    List<Use> listUses(String sha256) {
        return jdbc.sql("""
                SELECT w.entity_type, w.entity_id, u.name, w.actor, w.added
                  FROM file_use w JOIN file_upload u ON u.id = w.upload_id
                 WHERE w.sha256 = ? AND w.removed IS NULL ORDER BY w.id""")
                .param(sha256)
                .query((row, number) -> new Use(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** Notes a use; false when there is one already. */
    boolean addUse(StoredFile file, String entityType, String entityId, String by) {
        return jdbc.sql("""
                INSERT INTO file_use (upload_id, sha256, entity_type, entity_id, actor) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                        .params(file.uploadId(), file.sha256(), entityType, entityId, by)
                        .update()
                == 1;
    }

    boolean removeUse(String sha256, String entityType, String entityId, Actor actor) {
        return jdbc.sql("""
                UPDATE file_use SET removed = clock_timestamp(), removed_by = ?
                 WHERE sha256 = ? AND entity_type = ? AND entity_id = ? AND removed IS NULL""").params(actor.name(), sha256, entityType, entityId).update() == 1;
    }

    /** Contents in the order of their hashes, for the check. */
    List<Known> listKnown(String after, int limit) {
        return jdbc.sql("""
                SELECT f.sha256, f.bytes, f.stored,
                       (SELECT count(*) FROM file_use w WHERE w.sha256 = f.sha256 AND w.removed IS NULL) AS uses,
                       (SELECT string_agg(u.name, '; ' ORDER BY u.id) FROM file_upload u WHERE u.sha256 = f.sha256) AS names
                  FROM stored_file f WHERE f.sha256 > ? ORDER BY f.sha256 LIMIT ?""")
                .params(after, limit)
                .query((row, number) -> new Known(
                        row.getString("sha256"),
                        row.getLong("bytes"),
                        row.getTimestamp("stored").toInstant(),
                        row.getLong("uses"),
                        row.getString("names")))
                .list();
    }

    long totalBytes() {
        return jdbc.sql("SELECT coalesce(sum(bytes), 0) FROM stored_file")
                .query(Long.class)
                .single();
    }

    boolean isKnown(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = ?)")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    private StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                row.getString("sha256"),
                row.getString("name"),
                row.getString("media_type"),
                FileKind.of(row.getString("kind")),
                row.getLong("bytes"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getInt("account_id"),
                row.getString("actor"),
                row.getTimestamp("uploaded").toInstant());
    }

    /** Whether an upload is this actor's own. */
    static boolean isOwn(StoredFile file, Actor actor) {
        return actor.is(file.accountId(), file.actor());
    }

    Optional<StoredFile> findOwn(String sha256, Actor actor) {
        return listUploads(sha256).stream().filter(file -> isOwn(file, actor)).findFirst();
    }
}
