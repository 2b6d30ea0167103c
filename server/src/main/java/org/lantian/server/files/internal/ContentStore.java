package org.lantian.server.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.files.FileEntity;
import org.lantian.server.files.FileKind;
import org.lantian.server.files.FileStore;
import org.lantian.server.files.StoredFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of files: takes them in, gives them out to those allowed, and knows what uses them. */
@Component
public class ContentStore implements FileStore {

    private static final int LONGEST_NAME = 200;

    /** Of an original that is of none of the types that people may bring, such as a packed table. */
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final BlobFolder blobs;
    private final Sniffer sniffer;
    private final FileRepository files;
    private final FileSettings settings;
    private final ObjectProvider<FileEntity> entities;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    ContentStore(
            BlobFolder blobs,
            Sniffer sniffer,
            FileRepository files,
            FileSettings settings,
            ObjectProvider<FileEntity> entities,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.blobs = blobs;
        this.sniffer = sniffer;
        this.files = files;
        this.settings = settings;
        this.entities = entities;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public StoredFile put(InputStream content, String name) {
        Actor actor = Actor.current();
        String shown = shown(name);
        try {
            FileType type = FileType.ofName(shown).orElseThrow(() -> FileErrors.unknownEnding(shown));
            return receive(content, shown, type, actor);
        } catch (DomainException e) {
            audit.recordBounded(
                    Event.of("file.refused").on(shown).reason(e.error().code()));
            throw e;
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw FileErrors.noSpace();
            }
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile receive(InputStream content, String name, FileType type, Actor actor) throws IOException {
        BlobFolder.Incoming incoming = blobs.receive(content, name, type.kind().mostBytes());
        boolean kept = false;
        try {
            if (incoming.bytes() == 0) {
                throw FileErrors.empty(name);
            }
            Pictures.Size size = sniffer.check(incoming.file(), name, type);
            StoredFile stored =
                    Objects.requireNonNull(transactions.execute(status -> keep(incoming, name, type, size, actor)));
            kept = true;
            return stored;
        } finally {
            if (!kept) {
                blobs.discard(incoming);
            }
        }
    }

    /** The bytes get their name before the rows are committed: rows without bytes would be worse than bytes without rows. */
    private StoredFile keep(
            BlobFolder.Incoming incoming, String name, FileType type, Pictures.@Nullable Size size, Actor actor) {
        files.waitForTurn(actor);
        long quota = settings.quota().toBytes();
        long used = files.usedBytes(actor, incoming.sha256());
        if (isBounded(actor) && used + incoming.bytes() > quota) {
            throw FileErrors.quota(used, quota);
        }
        files.addContent(incoming.sha256(), incoming.bytes(), size);
        StoredFile stored = files.get(files.addUpload(incoming.sha256(), name, type, actor));
        audit.record(Event.of("file.stored")
                .on(ref(incoming.sha256()), name)
                .after(Map.of("sha256", incoming.sha256(), "bytes", incoming.bytes(), "mediaType", type.mediaType())));
        try {
            blobs.keep(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored;
    }

    @Override
    public void keepOriginal(Path file, String sha256, String name, String entityType, String entityId, String by) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an original is kept in the transaction of its thing");
        }
        try {
            String shown = shown(name);
            FileType type = FileType.ofName(shown).orElse(null);
            blobs.adopt(file, sha256);
            files.addContent(sha256, Files.size(file), null);
            long upload = files.addUpload(
                    sha256,
                    shown,
                    type == null ? UNKNOWN_TYPE : type.mediaType(),
                    type == null ? FileKind.ARCHIVE : type.kind(),
                    Actor.SYSTEM);
            files.addUse(files.get(upload), entityType, entityId, by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as this actor may see it: as he brought it, or as a thing uses it that he may see. */
    public StoredFile find(Actor actor, String sha256) {
        return findOwn(actor, sha256).or(() -> findUsed(actor, sha256)).orElseThrow(() -> FileErrors.notFound(sha256));
    }

    private Optional<StoredFile> findOwn(Actor actor, String sha256) {
        List<StoredFile> uploads = files.listUploads(sha256);
        return actor.kind() == Actor.Kind.LOCAL_COMMAND_LINE
                ? uploads.stream().findFirst() // whoever reads the data directory holds everything anyway
                : uploads.stream()
                        .filter(file -> FileRepository.isOwn(file, actor))
                        .findFirst();
    }

    private Optional<StoredFile> findUsed(Actor actor, String sha256) {
        return listUses(actor, sha256).stream()
                .findFirst()
                .flatMap(use -> files.listOf(use.entityType(), use.entityId()).stream()
                        .filter(file -> file.sha256().equals(sha256))
                        .findFirst());
    }

    /** The uses of a file that this actor may see. */
    public List<FileRepository.Use> listUses(Actor actor, String sha256) {
        return files.listUses(sha256).stream()
                .filter(use -> entity(use.entityType())
                        .filter(entity -> entity.maySee(actor, use.entityId()))
                        .isPresent())
                .toList();
    }

    /** The bytes of a file, proved to be those that were brought. The reading is one event of the audit. */
    public Path readOriginal(Actor actor, StoredFile file) throws IOException {
        Path path = blobs.path(file.sha256());
        if (!Files.isReadable(path)
                || Files.size(path) != file.bytes()
                || !BlobFolder.hash(path, () -> {}).equals(file.sha256())) {
            throw FileErrors.damaged(file.sha256());
        }
        audit.recordAlone(
                Event.of("file.read").on(ref(file.sha256()), file.name()).by(actor));
        return path;
    }

    @Override
    public void attach(Actor actor, String sha256, String entityType, String entityId) {
        StoredFile file = find(actor, sha256);
        mayAttach(actor, entityType, entityId);
        transactions.executeWithoutResult(status -> {
            if (files.addUse(file, entityType, entityId, actor.name())) {
                audit.record(Event.of("file.attached")
                        .on(ref(sha256), file.name())
                        .after(Map.of("entityType", entityType, "entityId", entityId)));
            }
        });
    }

    @Override
    public void detach(Actor actor, String sha256, String entityType, String entityId) {
        StoredFile file = find(actor, sha256);
        mayAttach(actor, entityType, entityId);
        transactions.executeWithoutResult(status -> {
            if (files.removeUse(sha256, entityType, entityId, actor)) {
                audit.record(Event.of("file.detached")
                        .on(ref(sha256), file.name())
                        .before(Map.of("entityType", entityType, "entityId", entityId)));
            }
        });
    }

    @Override
    public List<StoredFile> list(String entityType, String entityId) {
        return files.listOf(entityType, entityId);
    }

    /** Whether there is such a thing and this actor may see it. */
    public boolean maySee(Actor actor, String entityType, String entityId) {
        return entity(entityType)
                .filter(entity -> entity.maySee(actor, entityId))
                .isPresent();
    }

    private void mayAttach(Actor actor, String entityType, String entityId) {
        boolean allowed = entity(entityType)
                .filter(entity -> entity.mayAttach(actor, entityId))
                .isPresent();
        if (!allowed) {
            throw FileErrors.noEntity(entityType, entityId);
        }
    }

    private Optional<FileEntity> entity(String type) {
        return entities.stream().filter(entity -> entity.type().equals(type)).findFirst();
    }

    private static boolean isBounded(Actor actor) {
        return actor.kind() == Actor.Kind.PERSON || actor.kind() == Actor.Kind.TOKEN;
    }

    private static EntityRef ref(String sha256) {
        return EntityRef.of("file", sha256);
    }

    /** The last part of a name that comes from outside, without what could mislead who reads it. */
    static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        int cut = Math.max(0, clean.length() - LONGEST_NAME); // the ending is what matters
        return clean.isEmpty() ? "?" : clean.substring(cut);
    }
}
