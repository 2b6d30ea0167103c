package org.lantian.observations.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lantian.quantities.Parameter;

/**
 * One version of the quality rules; {@code rules.csv} holds them all and says where each number comes from.
 *
 * @param version number stored with every flag
 * @param effectiveFrom first city day on which it is in force
 * @param rules by parameter; a parameter without a rule is not checked
 */
public record QualityRules(int version, LocalDate effectiveFrom, Map<Parameter, QualityRule> rules) {

    private static final String FILE = "rules.csv";

    public QualityRules {
        rules = Map.copyOf(rules);
    }

    public Optional<QualityRule> find(Parameter parameter) {
        return Optional.ofNullable(rules.get(parameter));
    }

    /** All versions, the oldest first. */
    public static List<QualityRules> load() {
        Map<Integer, QualityRules> versions = new TreeMap<>();
        for (String line : lines()) {
            String[] cells = line.split(",", -1);
            int version = Integer.parseInt(cells[0]);
            LocalDate effectiveFrom = LocalDate.parse(cells[1]);
            QualityRule rule = rule(cells);
            Map<Parameter, QualityRule> rules = new LinkedHashMap<>();
            if (versions.containsKey(version)) {
                rules.putAll(versions.get(version).rules());
            }
            rules.put(rule.parameter(), rule);
            versions.put(version, new QualityRules(version, effectiveFrom, rules));
        }
        return List.copyOf(versions.values());
    }

    /** The version in force on a city day. */
    public static QualityRules inForceOn(LocalDate cityDay, List<QualityRules> versions) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(cityDay))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("no quality rules in force on " + cityDay));
    }

    private static List<String> lines() {
        try (InputStream in = QualityRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file " + FILE);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new ArrayList<>(
                    reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QualityRule rule(String[] cells) {
        Parameter parameter = Parameter.find(cells[2])
                .orElseThrow(() -> new IllegalStateException(FILE + " names an unknown parameter: " + cells[2]));
        return new QualityRule(
                parameter,
                Float.parseFloat(cells[3]),
                Float.parseFloat(cells[4]),
                cells[5].equals("yes"),
                cells[6].isEmpty() ? 0 : Integer.parseInt(cells[6]),
                cells[7].isEmpty() ? Float.NEGATIVE_INFINITY : Float.parseFloat(cells[7]),
                cells[8].isEmpty() ? Float.POSITIVE_INFINITY : Float.parseFloat(cells[8]),
                cells[9].equals("yes"));
    }
}
