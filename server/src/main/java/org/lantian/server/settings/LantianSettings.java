package org.lantian.server.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator chose at start; properties under {@code lantian.}.
 *
 * @param dataDirectory where everything that must outlive the process is kept
 * @param city folder of the city pack
 * @param kit folder of the reference kit with real observations, if there is one
 * @param language of what the server says on the terminal
 */
@ConfigurationProperties("lantian")
public record LantianSettings(
        Path dataDirectory, Path city, @Nullable Path kit, Locale language) {

    /** An empty path stands for none, so that a property can overrule the environment. */
    public LantianSettings {
        if (kit != null && kit.toString().isEmpty()) {
            kit = null;
        }
    }

    /** The reference kit, if there is one. */
    public Optional<Path> findKit() {
        return Optional.ofNullable(kit);
    }
}
