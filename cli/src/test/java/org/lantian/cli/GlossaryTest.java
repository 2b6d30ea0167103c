package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.testing.ReferenceKit;

@DisplayName("The glossary")
class GlossaryTest {

    private static final Pattern CODE_NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+)(\\.[A-Za-z]+)?`");

    @Test
    @DisplayName("names only classes that exist")
    void classesExist() throws IOException {
        Path root = ReferenceKit.checkout().orElseThrow();
        Set<String> classes = classes(root);
        List<String> named = CODE_NAME
                .matcher(Files.readString(root.resolve("docs/glossary.md")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(classes).containsAll(named);
    }

    private static Set<String> classes(Path root) throws IOException {
        try (Stream<Path> files =
                Stream.of("core", "server", "cli").map(root::resolve).flatMap(GlossaryTest::sources)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> sources(Path module) {
        try {
            return Files.walk(module)
                    .filter(file -> file.toString().contains("/src/main/")
                            && file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
