package org.lantian.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a benchmark runs.
 *
 * @param checkout root of the checkout, where {@code ./lantian} is
 * @param kit folder of the reference kit, if there is one
 */
public record BenchContext(Path checkout, Optional<Path> kit) {

    /** By the environment: the current folder or one above it, and LANTIAN_KIT. */
    static BenchContext find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        String kit = System.getenv("LANTIAN_KIT");
        return new BenchContext(
                folder,
                Optional.ofNullable(kit).filter(k -> !k.isBlank()).map(Path::of).filter(Files::isDirectory));
    }

    /** A file or folder of the kit; skips the benchmark when there is none. */
    public Path kit(String relative) {
        return kit.map(folder -> folder.resolve(relative))
                .filter(Files::exists)
                .orElseThrow(() -> new SkippedException("needs " + relative + " of the reference kit (LANTIAN_KIT)"));
    }
}
