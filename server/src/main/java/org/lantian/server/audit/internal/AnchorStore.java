package org.lantian.server.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lantian.audit.Anchor;
import org.lantian.quantities.DomainException;
import org.lantian.server.audit.AuditChain.StoredAnchor;
import org.lantian.server.database.DataDirectory;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.settings.LantianSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The anchors in folder {@code anchors} of the data directory, out of the reach of who only has the database. */
@Component
public class AnchorStore {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorStore.class);
    private static final Pattern ID = Pattern.compile("[0-9]{12,19}-[0-9]{8}T[0-9]{6}Z");
    private static final String PREFIX = "lantian-audit-anchor-";
    private static final String SUFFIX = ".txt";

    private static final Keyset<StoredAnchor> ORDER =
            Keyset.of("id", Keyset.Kind.TEXT, StoredAnchor::id).usually("-id");

    private final Path folder;

    AnchorStore(LantianSettings settings) {
        folder = settings.dataDirectory().resolve("anchors");
    }

    /** Name of the file of an anchor. */
    public static String fileName(String id) {
        return PREFIX + id + SUFFIX;
    }

    /** Writes an anchor, which then has an id. Two of the same event within a second are one file: one after the other. */
    public synchronized StoredAnchor add(Anchor anchor) {
        String issued = anchor.issued().replaceAll("[-:]|\\.[0-9]+", "");
        String id = String.format("%012d-%s", anchor.sequence(), issued);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            DataDirectory.writePrivately(folder.resolve(fileName(id)), anchor.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredAnchor(id, anchor);
    }

    /** All anchors, the newest first. A file that is none is named in the log and left out. */
    public List<StoredAnchor> list() {
        return ids().stream().flatMap(id -> readable(id).stream()).toList();
    }

    /** Part of the anchors. */
    public Page<StoredAnchor> page(PageQuery query) {
        Keyset.Slice<StoredAnchor> slice = ORDER.slice(query);
        Object after = slice.parameters().get("keyset_value");
        Comparator<String> order = slice.isDescending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<StoredAnchor> page = new ArrayList<>();
        for (String id : ids().stream().sorted(order).toList()) {
            if (page.size() <= slice.size() && (after == null || order.compare(id, after.toString()) > 0)) {
                readable(id).ifPresent(page::add);
            }
        }
        return slice.page(page);
    }

    /** The newest anchor. */
    public Optional<StoredAnchor> latest() {
        return ids().stream().flatMap(id -> readable(id).stream()).findFirst();
    }

    private Optional<StoredAnchor> readable(String id) {
        try {
            return Optional.of(new StoredAnchor(id, read(id)));
        } catch (DomainException e) {
            LOG.error("{}", e.getMessage());
            return Optional.empty();
        }
    }

    public Optional<StoredAnchor> find(String id) {
        return ID.matcher(id).matches() && Files.exists(folder.resolve(fileName(id)))
                ? Optional.of(new StoredAnchor(id, read(id)))
                : Optional.empty();
    }

    private Anchor read(String id) {
        try {
            return Anchor.parse(fileName(id), Files.readString(folder.resolve(fileName(id))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
