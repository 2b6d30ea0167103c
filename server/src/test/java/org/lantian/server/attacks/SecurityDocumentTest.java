package org.lantian.server.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.testing.ReferenceKit;

@DisplayName("docs/security.md")
class SecurityDocumentTest {

    private static final Path ROOT = ReferenceKit.checkout().orElseThrow();
    private static final Pattern LINE = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test|[\\w.-]+\\.spec\\.ts)`");
    private static final Pattern OUTGOING =
            Pattern.compile("java\\.net\\.http\\.|RestClient|RestTemplate|WebClient|openConnection\\(|openStream\\(");

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve("security.md"));
    }

    @Test
    @DisplayName("says of each of the forty lines what proves it, or why it does not apply yet")
    void complete() throws IOException {
        List<Integer> numbers = LINE.matcher(document())
                .results()
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    @DisplayName("names no test that does not exist")
    void tests() throws IOException {
        Set<String> existing = new TreeSet<>();
        for (String folder : List.of("core", "server", "cli", "e2e", "testing", "cities")) {
            try (Stream<Path> files = Files.find(
                    ROOT.resolve(folder),
                    20,
                    (path, attributes) -> path.toString().endsWith("Test.java")
                            || (path.toString().endsWith(".spec.ts")
                                    && !path.toString().contains("node_modules")))) {
                files.map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                        .forEach(existing::add);
            }
        }
        Set<String> named = new TreeSet<>();
        Matcher matcher = TEST.matcher(document());
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(named).isNotEmpty();
        assertThat(existing).containsAll(named);
    }

    @Test
    @DisplayName("is right that the server calls nobody")
    void noOutgoingRequests() throws IOException {
        // the training run calls the very server that it trains; the binaries are unpacked from our own class path
        List<String> ofOurOwn = List.of("Training.java", "PostgresBinaries.java");
        try (Stream<Path> sources = Files.find(
                ROOT.resolve("server/src/main/java"),
                20,
                (path, attributes) -> path.toString().endsWith(".java"))) {
            assertThat(sources.filter(source -> !ofOurOwn.contains(String.valueOf(source.getFileName())))
                            .filter(SecurityDocumentTest::callsOut)
                            .collect(Collectors.toList()))
                    .isEmpty();
        }
    }

    private static boolean callsOut(Path source) {
        try {
            return OUTGOING.matcher(Files.readString(source)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
