package org.lantian.server.audit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.lantian.quantities.BilingualText;
import org.lantian.server.audit.AuditLog;
import org.springframework.stereotype.Component;

/** What can be recorded: the file {@code actions.csv}, a line for each word with its meaning in both languages. */
@Component
public class ActionWords {

    private final Map<String, BilingualText> words = new LinkedHashMap<>();

    ActionWords() {
        try (InputStream in = Objects.requireNonNull(AuditLog.class.getResourceAsStream("actions.csv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean knows(String action) {
        return words.containsKey(action);
    }

    /** Word and meaning, in the order of the file. */
    public Map<String, BilingualText> all() {
        return Map.copyOf(words);
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3 || words.put(cells[0], new BilingualText(cells[1], cells[2])) != null) {
            throw new IllegalStateException("audit/actions.csv: " + line);
        }
    }
}
