package org.lantian.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The folder of real data and reference results that tests read but the project does not hold: {@code LANTIAN_KIT}, or
 * the folder {@code shared} beside the checkout.
 */
public final class ReferenceKit {

    private ReferenceKit() {}

    /** A file or folder of the kit; only for tests marked {@link NeedsKit}. */
    public static Path path(String relative) {
        Path path = find().orElseThrow(() -> new IllegalStateException("no reference kit"))
                .resolve(relative);
        if (!Files.exists(path)) {
            throw new IllegalStateException("the reference kit has no " + relative);
        }
        return path;
    }

    /** The kit, if there is one. */
    public static Optional<Path> find() {
        String named = System.getenv("LANTIAN_KIT");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        return checkout()
                .map(root -> root.resolveSibling("shared"))
                .filter(kit -> Files.isDirectory(kit.resolve("data")));
    }

    /** Root of the checkout in which the tests run. */
    public static Optional<Path> checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    static final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (find().isPresent()) {
                return ConditionEvaluationResult.enabled("reference kit present");
            }
            String advice =
                    "no reference kit: set LANTIAN_KIT to its folder or place it as ../shared beside the checkout";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(advice);
            }
            return ConditionEvaluationResult.disabled(advice);
        }
    }
}
