package org.lantian.server.files.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lantian.server.files.FileKind;
import org.lantian.server.files.StoredFile;
import org.lantian.server.settings.LantianSettings;
import org.springframework.stereotype.Component;

/** Redrawn pictures, made when first asked for. They can be deleted at any time. */
@Component
public class PictureCache {

    /** Unpacking takes much memory. */
    private static final int AT_ONCE = 1;

    private static final long PATIENCE_SECONDS = 10;

    private final Path folder;
    private final BlobFolder blobs;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    PictureCache(LantianSettings settings, BlobFolder blobs) throws IOException {
        this.folder = Files.createDirectories(
                settings.dataDirectory().resolve("files").resolve("pictures"));
        this.blobs = blobs;
    }

    /** How large a page wants it. */
    public enum View {
        THUMBNAIL(320),
        PAGE(2048);

        private final int longestSide;

        View(int longestSide) {
            this.longestSide = longestSide;
        }
    }

    /** A picture that a page can show. */
    public record Drawn(Path file, String mediaType) {}

    /**
     * The picture in this size.
     *
     * @throws org.lantian.quantities.DomainException 415 when it cannot be drawn, 503 when too many are being drawn
     */
    public Drawn draw(StoredFile file, View view) throws IOException {
        String sha256 = file.sha256();
        if (file.kind() != FileKind.PICTURE) {
            throw FileErrors.noPicture(sha256);
        }
        Drawn ready = find(sha256, view);
        if (ready != null) {
            return ready;
        }
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw FileErrors.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FileErrors.busy();
        }
        try {
            Drawn meanwhile = find(sha256, view);
            return meanwhile == null ? drawNow(sha256, view) : meanwhile;
        } finally {
            places.release();
        }
    }

    private Drawn drawNow(String sha256, View view) throws IOException {
        Path original = blobs.path(sha256);
        if (!Files.isReadable(original)) {
            throw FileErrors.damaged(sha256);
        }
        Path fresh = folder.resolve(UUID.randomUUID() + ".drawing");
        try {
            Pictures.Format format = Pictures.redraw(original, fresh, view.longestSide);
            Path target = path(sha256, view, format);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Drawn(target, format.mediaType());
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw FileErrors.noSpace();
            }
            throw FileErrors.noPicture(sha256);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private @Nullable Drawn find(String sha256, View view) {
        for (Pictures.Format format : Pictures.Format.values()) {
            Path file = path(sha256, view, format);
            if (Files.isReadable(file)) {
                return new Drawn(file, format.mediaType());
            }
        }
        return null;
    }

    private Path path(String sha256, View view, Pictures.Format format) {
        blobs.path(sha256); // only a hash is ever part of a path
        return folder.resolve(
                sha256 + "-" + view.longestSide + "." + format.name().toLowerCase(Locale.ROOT));
    }
}
