package org.lantian.server.audit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.lantian.quantities.BilingualText;
import org.lantian.server.audit.AuditLog;
import org.springframework.stereotype.Component;

/**
 * What can be recorded and about which things: the files {@code actions.csv} and {@code entities.csv}, a line for each word
 * with its meaning in both languages.
 */
@Component
public class AuditWords {

    private final Map<String, BilingualText> actions = read("actions.csv");
    private final Map<String, BilingualText> entityTypes = read("entities.csv");

    public boolean knows(String action) {
        return actions.containsKey(action);
    }

    /** Words for what was done, in the order of the file. */
    public Map<String, BilingualText> actions() {
        return actions;
    }

    /** Words for things, in the order of the file. */
    public Map<String, BilingualText> entityTypes() {
        return entityTypes;
    }

    /** The meaning of a word; of an old one that nobody records any more, the word itself. */
    static BilingualText meaning(Map<String, BilingualText> words, String word) {
        return words.getOrDefault(word, new BilingualText(word, word));
    }

    private static Map<String, BilingualText> read(String file) {
        Map<String, BilingualText> words = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(AuditLog.class.getResourceAsStream(file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList()) {
                String[] cells = line.split(",", -1);
                if (cells.length != 3 || words.put(cells[0], new BilingualText(cells[1], cells[2])) != null) {
                    throw new IllegalStateException("audit/" + file + ": " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(words);
    }
}
