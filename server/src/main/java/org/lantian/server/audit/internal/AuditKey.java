package org.lantian.server.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.lantian.audit.SealKey;
import org.lantian.server.database.DataDirectory;
import org.lantian.server.settings.LantianSettings;
import org.springframework.stereotype.Component;

/**
 * The keys of the seals: file {@code secrets/audit.key} of the data directory, mode 600, a key a line. The last line seals;
 * those before are kept so that older seals can be checked.
 */
@Component
public class AuditKey {

    private final List<SealKey> keys;

    AuditKey(LantianSettings settings) {
        Path file = settings.dataDirectory().resolve("secrets").resolve("audit.key");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                DataDirectory.writePrivately(file, SealKey.random(new SecureRandom()) + "\n");
            }
            keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(SealKey::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that seals. */
    public SealKey present() {
        return keys.getLast();
    }

    /** All keys, the oldest first. */
    public List<SealKey> all() {
        return keys;
    }
}
